package chat.parley.guild;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import chat.parley.base.sql.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Guilds with their roles and members, as they are stored.
final class GuildStore {
    private final Database database;

    GuildStore(Database database) {
        this.database = database;
    }

    /// The whole guild as it is now; absent when there is none.
    Optional<GuildSnapshot> load(GuildId id) {
        return database.transaction(sql -> {
            var guild = sql.first("""
                    SELECT guilds.*, vanity_codes.code AS vanity
                    FROM guilds LEFT JOIN vanity_codes ON vanity_codes.guild = guilds.id WHERE guilds.id = ?
                    """, GuildStore::guild, id);
            if (guild.isEmpty()) {
                return Optional.empty();
            }
            var roles = sql.list("SELECT * FROM roles WHERE guild = ?", GuildStore::role, id);
            var shared = new HashMap<List<RoleId>, List<RoleId>>();
            var members =
                    sql.list("SELECT * FROM members WHERE guild = ? ORDER BY user_id", row -> member(row, shared), id);
            return Optional.of(new GuildSnapshot(
                    guild.get(), RoleTable.of(roles), MemberTable.ofSorted(members), expressions(sql, id), 1));
        });
    }

    private static Expressions expressions(Sql sql, GuildId id) throws SQLException {
        return new Expressions(
                sql.list("SELECT * FROM emojis WHERE guild = ? ORDER BY id", GuildStore::emoji, id),
                sql.list("SELECT * FROM stickers WHERE guild = ? ORDER BY id", GuildStore::sticker, id),
                sql.list("SELECT * FROM soundboard_sounds WHERE guild = ? ORDER BY id", GuildStore::sound, id));
    }

    private static Expressions.Sound sound(Row row) throws SQLException {
        var emoji = row.numberOrNull("emoji");
        return new Expressions.Sound(
                new EntityId(row.number("id")),
                row.text("name"),
                row.real("volume"),
                emoji == null ? null : new EntityId(emoji),
                row.textOrNull("emoji_name"),
                new UserId(row.number("author")));
    }

    private static Expressions.Emoji emoji(Row row) throws SQLException {
        return new Expressions.Emoji(
                new EntityId(row.number("id")),
                row.text("name"),
                row.numbers("roles").stream().map(RoleId::new).toList(),
                row.flag("animated"),
                new UserId(row.number("author")));
    }

    private static Expressions.Sticker sticker(Row row) throws SQLException {
        return new Expressions.Sticker(
                new EntityId(row.number("id")),
                row.text("name"),
                row.text("description"),
                row.text("tags"),
                row.integer("format"),
                new UserId(row.number("author")));
    }

    /// Where a user is, in the order of joining; conversations apart.
    Memberships.Places placesOf(UserId user) {
        var communities = new ArrayList<GuildId>();
        var conversations = new ArrayList<GuildId>();
        database.list(
                """
                        SELECT guild, kind FROM members JOIN guilds ON guilds.id = guild
                        WHERE user_id = ? ORDER BY joined_at, guild
                        """,
                row -> (row.text("kind").equals("COMMUNITY") ? communities : conversations)
                        .add(new GuildId(row.number("guild"))),
                user);
        return new Memberships.Places(List.copyOf(communities), List.copyOf(conversations));
    }

    void insert(Sql sql, Guild guild, Role everyone, List<Member> members) throws SQLException {
        var settings = guild.settings();
        sql.change(
                """
                INSERT INTO guilds (id, kind, name, icon, description, owner, system_channel, rules_channel, afk_channel,
                    afk_timeout_s, verification_level, default_notifications, content_filter, locale, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                guild.id(),
                guild.kind(),
                guild.name(),
                guild.icon(),
                guild.description(),
                guild.owner(),
                settings.systemChannel(),
                settings.rulesChannel(),
                settings.afkChannel(),
                settings.afkTimeoutS(),
                settings.verificationLevel(),
                settings.defaultNotifications(),
                settings.contentFilter(),
                settings.locale(),
                guild.createdAt());
        insert(sql, everyone);
        for (var member : members) {
            insert(sql, guild.id(), member);
        }
    }

    void update(Guild guild) {
        var settings = guild.settings();
        var safety = settings.safety();
        var reception = guild.reception();
        database.change(
                """
                UPDATE guilds SET name = ?, icon = ?, banner = ?, splash = ?, discovery_splash = ?, description = ?, owner = ?, system_channel = ?,
                    rules_channel = ?, afk_channel = ?, afk_timeout_s = ?, verification_level = ?,
                    default_notifications = ?, content_filter = ?, locale = ?, screened = ?, keeps_edits = ?,
                    raid_joins = ?, alerts_channel = ?, invites_paused_until = ?, dms_paused_until = ?, raid_at = ?,
                    listed = ?, asks_rules = ?, welcomes = ?, onboards = ?, widget = ?, widget_channel = ?,
                    widget_invite = ?
                WHERE id = ?
                """,
                guild.name(),
                guild.icon(),
                guild.pictures().banner(),
                guild.pictures().splash(),
                guild.pictures().discoverySplash(),
                guild.description(),
                guild.owner(),
                settings.systemChannel(),
                settings.rulesChannel(),
                settings.afkChannel(),
                settings.afkTimeoutS(),
                settings.verificationLevel(),
                settings.defaultNotifications(),
                settings.contentFilter(),
                settings.locale(),
                safety.screened(),
                safety.keepsEdits(),
                safety.raidJoins(),
                safety.alerts(),
                safety.invitesPausedUntil(),
                safety.dmsPausedUntil(),
                safety.raidAt(),
                reception.listed(),
                reception.asksRules(),
                reception.welcomes(),
                reception.onboards(),
                reception.widget().enabled(),
                reception.widget().channel(),
                reception.widget().invite(),
                guild.id());
    }

    /// Roles, members, bans and invites go with it.
    void delete(Sql sql, GuildId id) throws SQLException {
        sql.change("DELETE FROM guilds WHERE id = ?", id);
    }

    void insert(GuildId guild, Member member) {
        database.transaction(sql -> {
            insert(sql, guild, member);
            return true;
        });
    }

    void remove(GuildId guild, UserId user) {
        database.change("DELETE FROM members WHERE guild = ? AND user_id = ?", guild, user);
    }

    static void insert(Sql sql, Role role) throws SQLException {
        sql.change(
                """
                INSERT INTO roles (id, guild, name, color, unicode_emoji, hoist, mentionable, managed, position,
                    permissions)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                role.id(),
                role.guild(),
                role.name(),
                role.color(),
                role.look().emoji(),
                role.hoist(),
                role.mentionable(),
                role.managed(),
                role.position(),
                role.permissions());
    }

    private static void insert(Sql sql, GuildId guild, Member member) throws SQLException {
        sql.change(
                "INSERT INTO members (guild, user_id, joined_at, temporary) VALUES (?, ?, ?, ?)",
                guild,
                member.user(),
                member.joinedAt(),
                member.temporary());
    }

    private static Guild guild(Row row) throws SQLException {
        return new Guild(
                new GuildId(row.number("id")),
                Guild.Kind.valueOf(row.text("kind")),
                row.text("name"),
                new Guild.Pictures(
                        row.textOrNull("icon"),
                        row.textOrNull("banner"),
                        row.textOrNull("splash"),
                        row.textOrNull("discovery_splash")),
                row.textOrNull("description"),
                new UserId(row.number("owner")),
                new Guild.Settings(
                        channel(row, "system_channel"),
                        channel(row, "rules_channel"),
                        channel(row, "afk_channel"),
                        row.integer("afk_timeout_s"),
                        row.integer("verification_level"),
                        row.integer("default_notifications"),
                        row.integer("content_filter"),
                        row.text("locale"),
                        safety(row)),
                reception(row),
                row.instant("created_at"));
    }

    private static Reception reception(Row row) throws SQLException {
        return new Reception(
                row.textOrNull("vanity"),
                new Reception.Widget(
                        row.flag("widget"), channel(row, "widget_channel"), row.textOrNull("widget_invite")),
                row.flag("asks_rules"),
                row.flag("welcomes"),
                row.flag("onboards"),
                row.flag("listed"));
    }

    private static Safety safety(Row row) throws SQLException {
        return new Safety(
                row.flag("screened"),
                row.flag("keeps_edits"),
                row.integer("raid_joins"),
                channel(row, "alerts_channel"),
                row.instantOrNull("invites_paused_until"),
                row.instantOrNull("dms_paused_until"),
                row.instantOrNull("raid_at"));
    }

    private static @Nullable ChannelId channel(Row row, String column) throws SQLException {
        var id = row.numberOrNull(column);
        return id == null ? null : new ChannelId(id);
    }

    private static Role role(Row row) throws SQLException {
        var bot = row.numberOrNull("bot");
        return new Role(
                new RoleId(row.number("id")),
                new GuildId(row.number("guild")),
                row.text("name"),
                new Role.Look(row.integer("color"), row.textOrNull("icon"), row.textOrNull("unicode_emoji")),
                row.flag("hoist"),
                row.flag("mentionable"),
                bot == null ? null : new UserId(bot),
                row.integer("position"),
                row.number("permissions"));
    }

    private static Member.Look look(Row row) throws SQLException {
        String avatar = row.textOrNull("avatar");
        String banner = row.textOrNull("banner");
        return avatar == null && banner == null ? Member.Look.USUAL : new Member.Look(avatar, banner);
    }

    private static Member.Arrival arrival(Row row) throws SQLException {
        boolean pending = row.flag("pending");
        int flags = row.integer("flags");
        return pending || flags != 0 ? new Member.Arrival(pending, flags) : Member.Arrival.PLAIN;
    }

    /// Members with the same roles share one list.
    private static Member member(Row row, Map<List<RoleId>, List<RoleId>> shared) throws SQLException {
        var roles = List.copyOf(row.numbers("roles").stream().map(RoleId::new).toList());
        return new Member(
                new UserId(row.number("user_id")),
                row.textOrNull("nick"),
                shared.computeIfAbsent(roles, it -> it),
                row.instant("joined_at"),
                row.instantOrNull("timeout_until"),
                row.flag("temporary"),
                look(row),
                arrival(row));
    }
}
