package chat.parley.voice;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.voice.VoiceState.Sanction;

/// The SQL of what moderators imposed. Asked once for each visit.
final class Sanctions {
    private final Database database;

    Sanctions(Database database) {
        this.database = database;
    }

    Sanction of(GuildId guild, UserId user) {
        return database.first(
                        "SELECT mute, deaf FROM voice_sanctions WHERE guild = ? AND user_id = ?",
                        row -> new Sanction(row.flag("mute"), row.flag("deaf")),
                        guild,
                        user)
                .orElse(Sanction.NONE);
    }

    void save(GuildId guild, UserId user, Sanction sanction) {
        if (sanction.equals(Sanction.NONE)) {
            database.change("DELETE FROM voice_sanctions WHERE guild = ? AND user_id = ?", guild, user);
            return;
        }
        database.change("""
                INSERT INTO voice_sanctions (guild, user_id, mute, deaf) VALUES (?, ?, ?, ?)
                ON CONFLICT (guild, user_id) DO UPDATE SET mute = excluded.mute, deaf = excluded.deaf
                """, guild, user, sanction.mute(), sanction.deaf());
    }
}
