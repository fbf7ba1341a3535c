package chat.parley.account.settings;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `user_settings`.
public final class SettingsStore {
    private final Database database;

    public SettingsStore(Database database) {
        this.database = database;
    }

    Optional<Settings> find(UserId user) {
        return database.first("select * from user_settings where user_id = ?", SettingsStore::settings, user);
    }

    void save(UserId user, Settings settings) {
        var custom = settings.customStatus();
        database.change(
                """
                insert into user_settings (user_id, theme, locale, compact, status, custom_text, custom_emoji,
                    custom_until, guild_positions, developer_mode, reduced_motion, habits)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (user_id) do update set theme = excluded.theme, locale = excluded.locale,
                    compact = excluded.compact, status = excluded.status, custom_text = excluded.custom_text,
                    custom_emoji = excluded.custom_emoji, custom_until = excluded.custom_until,
                    guild_positions = excluded.guild_positions, developer_mode = excluded.developer_mode,
                    reduced_motion = excluded.reduced_motion, habits = excluded.habits""",
                user,
                settings.look().theme(),
                settings.locale(),
                settings.look().compact(),
                settings.status(),
                custom == null ? null : custom.text(),
                custom == null ? null : custom.emoji(),
                custom == null ? null : custom.expiresAt(),
                settings.guildPositions().stream().mapToLong(GuildId::value).toArray(),
                settings.developerMode(),
                settings.look().reducedMotion(),
                Json.text(settings.habits()));
    }

    private static Settings settings(Row row) throws SQLException {
        var look = new Settings.Look(
                Settings.Theme.valueOf(row.text("theme")), row.flag("compact"), row.flag("reduced_motion"));
        return new Settings(
                look,
                row.text("locale"),
                Settings.Status.valueOf(row.text("status")),
                customStatus(row),
                row.numbers("guild_positions").stream().map(GuildId::new).toList(),
                row.flag("developer_mode"),
                habits(row));
    }

    private static Habits habits(Row row) throws SQLException {
        var json = row.textOrNull("habits");
        return json == null ? Habits.DEFAULT : Json.read(json.getBytes(StandardCharsets.UTF_8), Habits.class);
    }

    private static @Nullable CustomStatus customStatus(Row row) throws SQLException {
        var text = row.textOrNull("custom_text");
        var emoji = row.textOrNull("custom_emoji");
        return text == null && emoji == null ? null : new CustomStatus(text, emoji, row.instantOrNull("custom_until"));
    }
}
