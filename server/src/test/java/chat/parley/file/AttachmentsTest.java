package chat.parley.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.content.Content;
import chat.parley.base.content.Spool;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.file.blob.Blobs;
import chat.parley.file.blob.DirectoryBlobs;
import chat.parley.file.blob.MasterKeys;
import chat.parley.file.blob.Vault;
import chat.parley.file.picture.Thumbnails;
import chat.parley.file.scan.Scanner;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestDatabase;
import chat.parley.testing.TestFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of files when the program ends between two steps.
final class AttachmentsTest {
    private static final ChannelId CHANNEL = new ChannelId(4_000);
    private static final UserId OWNER = new UserId(7);
    private static final Duration DAY = Duration.ofHours(25);

    /// A storage from which the plug can be pulled, before a file is in it or after.
    private static final class Pulled implements Blobs {
        private final DirectoryBlobs blobs;
        private boolean before;
        private boolean after;

        Pulled(DirectoryBlobs blobs) {
            this.blobs = blobs;
        }

        @Override
        public void put(String name, InputStream in, long length) {
            if (before) {
                throw new IllegalStateException("The end, before");
            }
            blobs.put(name, in, length);
            if (after) {
                throw new IllegalStateException("The end, after");
            }
        }

        @Override
        public @Nullable InputStream get(String name, long from, long count) {
            return blobs.get(name, from, count);
        }

        @Override
        public void delete(String name) {
            blobs.delete(name);
        }

        @Override
        public boolean exists(String name) {
            return blobs.exists(name);
        }
    }

    private final TestDatabase database = TestDatabase.fresh();
    private final Path directory = TestFiles.temporary();
    private final MovingClock clock = new MovingClock();
    private final Pulled blobs = new Pulled(new DirectoryBlobs(directory.resolve("files")));
    private final Attachments attachments = new Attachments(
            new Attachments.Means(
                    new Vault(blobs, MasterKeys.at(directory.resolve("key"))),
                    new Spool(directory.resolve("spool")),
                    new Thumbnails(),
                    Scanner.NONE,
                    1 << 20),
            database.database(),
            new Snowflakes(clock, 1),
            clock);

    AttachmentsTest() {
        database.database().change("""
                        insert into channels
                            (id, guild, kind, name, position, nsfw, slowmode_s, bitrate, user_limit)
                        values (?, 1, 'TEXT', 'x', 0, false, 0, 0, 0)""", CHANNEL);
    }

    @AfterEach
    void clean() {
        database.close();
        TestFiles.delete(directory);
    }

    private Attachment kept() {
        return keptIn(CHANNEL);
    }

    private Attachment keptIn(ChannelId channel) {
        var upload = new Upload(Content.of(new byte[] {0, 1, 2}), "a.bin", null, false, null, null);
        return attachments.keep(OWNER, channel, upload);
    }

    private long files() {
        try (var all = Files.walk(directory.resolve("files"))) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException none) {
            return 0;
        }
    }

    private void aDayPasses(Attachments.Senders senders) {
        clock.pass(DAY);
        attachments.sweep(Duration.ofHours(1), senders);
    }

    @Test
    void bytes_that_were_written_when_the_program_ended_are_thrown_away() {
        blobs.after = true;
        assertThrows(IllegalStateException.class, this::kept);
        assertEquals(1, files());
        aDayPasses(_ -> Optional.empty());
        assertEquals(0, files());
    }

    @Test
    void a_file_that_was_announced_and_never_written_is_forgotten() {
        blobs.before = true;
        assertThrows(IllegalStateException.class, this::kept);
        aDayPasses(_ -> Optional.empty());
        assertEquals(0, files());
    }

    @Test
    void a_message_whose_word_of_its_file_was_lost_keeps_it() {
        var file = kept();
        aDayPasses(it -> it.id().equals(file.id()) ? Optional.of(new MessageId(9)) : Optional.empty());
        assertTrue(attachments.find(CHANNEL, file.id()).isPresent());
        aDayPasses(_ -> Optional.empty());
        assertEquals(1, files(), "it is asked once");
    }

    @Test
    void bytes_stay_until_the_last_who_shows_them_is_gone() {
        var first = kept();
        attachments.sent(List.of(first), new MessageId(1));
        var second =
                attachments.borrowed(List.of(first), CHANNEL, OWNER, CHANNEL).getFirst();
        attachments.sent(List.of(second), new MessageId(2));
        attachments.gone(List.of(new MessageId(1)));
        aDayPasses(_ -> Optional.empty());
        assertFalse(attachments.find(CHANNEL, first.id()).isPresent());
        assertTrue(attachments.find(CHANNEL, second.id()).isPresent());
        assertEquals(1, files());
        var third =
                attachments.borrowed(List.of(second), CHANNEL, OWNER, CHANNEL).getFirst();
        attachments.sent(List.of(third), new MessageId(3));
        attachments.gone(List.of(new MessageId(2)));
        aDayPasses(_ -> Optional.empty());
        assertEquals(1, files());
        attachments.gone(List.of(new MessageId(3)));
        aDayPasses(_ -> Optional.empty());
        assertEquals(0, files());
        assertTrue(attachments.borrowed(List.of(third), CHANNEL, OWNER, CHANNEL).isEmpty());
    }

    @Test
    void files_go_with_the_channels_that_went_with_their_guild_and_threads_are_there() {
        var thread = thread();
        var stay = List.of(kept(), keptIn(thread));
        attachments.sent(stay, new MessageId(1));
        var before = new ChannelId(3_999);
        for (var lost : List.of(before, new ChannelId(4_001), before, new ChannelId(5_000))) {
            attachments.sent(List.of(keptIn(lost)), new MessageId(2));
        }
        aDayPasses(_ -> Optional.empty());
        assertEquals(6, files(), "they are kept a while");
        aDayPasses(_ -> Optional.empty());
        assertEquals(2, files());
        assertTrue(attachments.find(CHANNEL, stay.get(0).id()).isPresent());
        assertTrue(attachments.find(thread, stay.get(1).id()).isPresent());
    }

    @Test
    void what_a_message_of_a_thread_still_shows_comes_back_by_the_migration() throws IOException {
        var thread = thread();
        var shown = keptIn(thread);
        var deleted = keptIn(thread);
        var lost = keptIn(thread);
        attachments.sent(List.of(shown), new MessageId(1));
        attachments.sent(List.of(deleted), new MessageId(2));
        attachments.sent(List.of(lost), new MessageId(3));
        database.database().change("""
                        insert into messages
                            (channel_id, id, guild_id, author_id, kind, flags, content,
                            mention_users, mention_roles, mention_everyone, deleted_at)
                        values (?, 1, 1, 7, 0, 0, 'x', '{}', '{}', false, null),
                            (?, 2, 1, 7, 0, 0, 'x', '{}', '{}', false, now())""", thread, thread);
        attachments.gone(thread);
        assertTrue(attachments.find(thread, shown.id()).isEmpty());
        try (var migration = getClass().getResourceAsStream("/db/V800__files_of_threads.sql")) {
            database.database().change(new String(requireNonNull(migration).readAllBytes(), UTF_8));
        }
        assertTrue(attachments.find(thread, shown.id()).isPresent());
        assertTrue(attachments.find(thread, deleted.id()).isEmpty());
        assertTrue(attachments.find(thread, lost.id()).isEmpty());
    }

    private ChannelId thread() {
        var thread = new ChannelId(4_500);
        database.database().change("""
                        insert into threads
                            (id, guild, parent, kind, name, slowmode_s, owner, archived, locked, invitable,
                            auto_archive_min, changed_at, created_at, pinned, tags)
                        values (?, 1, ?, 'PUBLIC_THREAD', 'x', 0, ?, false, false, true, 60, now(), now(), false, '{}')
                        """, thread, CHANNEL, OWNER);
        return thread;
    }
}
