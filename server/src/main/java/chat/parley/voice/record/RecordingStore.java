package chat.parley.voice.record;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import chat.parley.media.codec.Codec;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// The tables of recordings and of their files.
final class RecordingStore {
    private static final String COLUMNS = "id, guild, channel, started_by, started_at, ended_at, people";
    private static final int PAGE = 50;

    private final Database database;

    RecordingStore(Database database) {
        this.database = database;
    }

    void insert(Recording it) {
        database.change(
                """
                INSERT INTO recordings (id, guild, channel, started_by, started_at, ended_at, people)
                VALUES (?, ?, ?, ?, ?, ?, ?::bigint[])""",
                it.id().value(),
                it.guild().value(),
                it.channel().value(),
                it.startedBy().value(),
                it.startedAt(),
                it.endedAt(),
                it.people());
    }

    void joined(EntityId id, UserId user) {
        database.change(
                "UPDATE recordings SET people = array_append(people, ?) WHERE id = ? AND NOT people @> ARRAY[?::bigint]",
                user.value(),
                id.value(),
                user.value());
    }

    void ended(EntityId id, Instant at, Collection<RecordingFile> files) {
        database.transaction(sql -> {
            for (var it : files) {
                var user = it.user();
                sql.change(
                        """
                        INSERT INTO recording_files (id, recording, user_id, source, codec, offset_ms, duration_ms, bytes)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                        it.id().value(),
                        it.recording().value(),
                        user == null ? null : user.value(),
                        it.source(),
                        it.codec().name().toLowerCase(Locale.ROOT),
                        it.offsetMs(),
                        it.durationMs(),
                        it.bytes());
            }
            return sql.change("UPDATE recordings SET ended_at = ? WHERE id = ?", at, id.value());
        });
    }

    Optional<Recording> find(EntityId id) {
        return database.first(
                "SELECT " + COLUMNS + " FROM recordings WHERE id = ?", RecordingStore::recording, id.value());
    }

    /// Newest first.
    List<Recording> of(ChannelId channel) {
        return database.list(
                "SELECT " + COLUMNS + " FROM recordings WHERE channel = ? ORDER BY id DESC LIMIT " + PAGE,
                RecordingStore::recording,
                channel.value());
    }

    List<RecordingFile> files(EntityId recording) {
        return database.list(
                "SELECT * FROM recording_files WHERE recording = ? ORDER BY user_id NULLS FIRST, offset_ms, id",
                RecordingStore::file,
                recording.value());
    }

    Optional<RecordingFile> file(ChannelId channel, EntityId id) {
        return database.first("""
                SELECT recording_files.* FROM recording_files JOIN recordings ON recordings.id = recording
                WHERE recording_files.id = ? AND channel = ?""", RecordingStore::file, id.value(), channel.value());
    }

    /// Those that the node did not end.
    /// Of those begun before this id was given.
    List<Recording> unfinished(EntityId before) {
        return database.list(
                "SELECT " + COLUMNS + " FROM recordings WHERE ended_at IS NULL AND id < ?",
                RecordingStore::recording,
                before.value());
    }

    List<Recording> before(Instant moment, int most) {
        return database.list(
                "SELECT " + COLUMNS
                        + " FROM recordings WHERE started_at < ? AND ended_at IS NOT NULL ORDER BY started_at LIMIT ?",
                RecordingStore::recording,
                moment,
                most);
    }

    List<Recording> ofGuild(GuildId guild) {
        return database.list(
                "SELECT " + COLUMNS + " FROM recordings WHERE guild = ?", RecordingStore::recording, guild.value());
    }

    void delete(EntityId id) {
        database.change("DELETE FROM recordings WHERE id = ?", id.value());
    }

    private static Recording recording(Row row) throws SQLException {
        return new Recording(
                new EntityId(row.number("id")),
                new GuildId(row.number("guild")),
                new ChannelId(row.number("channel")),
                new UserId(row.number("started_by")),
                row.instant("started_at"),
                row.instantOrNull("ended_at"),
                row.numbers("people").stream().map(UserId::new).toList());
    }

    private static RecordingFile file(Row row) throws SQLException {
        var user = row.numberOrNull("user_id");
        return new RecordingFile(
                new EntityId(row.number("id")),
                new EntityId(row.number("recording")),
                user == null ? null : new UserId(user),
                row.text("source"),
                Objects.requireNonNull(Codec.ofEncoding(row.text("codec"))),
                row.number("offset_ms"),
                row.number("duration_ms"),
                row.number("bytes"));
    }
}
