package chat.parley.channel.invite;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import chat.parley.channel.Channel;
import chat.parley.channel.View;
import chat.parley.channel.Viewers;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Guilds;
import chat.parley.guild.Invite;
import chat.parley.guild.deed.Change;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.permission.Permission;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The codes that guilds choose for themselves: an invite that never ends, to a channel that everybody sees.
public final class VanityCodes {
    private static final Pattern CODE = Pattern.compile("[a-z0-9](?:[a-z0-9]|-(?!-)){1,23}[a-z0-9]");

    /// What could be taken for a page of the node, or for its owner.
    private static final Set<String> RESERVED = Set.of(
            "admin",
            "administrator",
            "api",
            "app",
            "assets",
            "cdn",
            "channels",
            "developers",
            "discover",
            "discovery",
            "docs",
            "download",
            "everyone",
            "gateway",
            "guild",
            "guilds",
            "health",
            "help",
            "here",
            "home",
            "instance",
            "invite",
            "invites",
            "join",
            "legal",
            "login",
            "logout",
            "moderator",
            "node",
            "oauth2",
            "official",
            "owner",
            "parley",
            "privacy",
            "register",
            "root",
            "safety",
            "security",
            "settings",
            "setup",
            "staff",
            "status",
            "support",
            "system",
            "template",
            "templates",
            "terms",
            "users",
            "vanity",
            "webhook",
            "webhooks",
            "widget");

    private final Guilds guilds;
    private final Viewers viewers;
    private final Database database;

    public VanityCodes(Guilds guilds, Viewers viewers, Database database) {
        this.guilds = guilds;
        this.viewers = viewers;
        this.database = database;
    }

    /// @param code absent when the guild chose none
    public record Vanity(@Nullable String code, int uses) {}

    public Vanity of(Caller caller, GuildId guild) {
        guilds.of(caller, guild).requiring(Permission.MANAGE_GUILD);
        return stored(guild);
    }

    /// Chooses another code, which begins to count anew, or none.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Unfit` when the code is not to be had
    public Vanity change(Caller caller, GuildId guild, @Nullable String wanted) {
        String code = wanted == null || wanted.isBlank() ? null : requireGood(wanted.strip());
        return guilds.write(guild, writing -> {
            var before = writing.as(caller).requiring(Permission.MANAGE_GUILD).guild();
            String known = before.reception().vanity();
            if (Objects.equals(known, code)) {
                return stored(guild);
            }
            database.transaction(sql -> {
                replace(sql, guild, code);
                return true;
            });
            var after = before.with(before.reception().known(code));
            writing.become(writing.now().with(after), new GuildEvent.Updated(after));
            writing.note(Deed.of(caller, guild, DeedKind.GUILD_UPDATE, guild)
                    .changing(List.of(Change.of("vanity_url_code", known, code))));
            return new Vanity(code, 0);
        });
    }

    /// The code as an invite, whatever its case.
    Optional<Invite> find(String text) {
        String code = text.toLowerCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        return database.first(
                        "SELECT guild, uses FROM vanity_codes WHERE code = ?",
                        row -> invite(code, new GuildId(row.number("guild")), (int) row.number("uses")),
                        code)
                .flatMap(it -> it);
    }

    /// @return false when no guild has the code (any more)
    static boolean use(Sql sql, String code) throws SQLException {
        return sql.change("UPDATE vanity_codes SET uses = uses + 1 WHERE code = ?", code.toLowerCase(Locale.ROOT)) > 0;
    }

    private Vanity stored(GuildId guild) {
        return database.first(
                        "SELECT code, uses FROM vanity_codes WHERE guild = ?",
                        row -> new Vanity(row.text("code"), (int) row.number("uses")),
                        guild)
                .orElse(new Vanity(null, 0));
    }

    private static void replace(Sql sql, GuildId guild, @Nullable String code) throws SQLException {
        sql.change("DELETE FROM vanity_codes WHERE guild = ?", guild);
        if (code == null) {
            return;
        }
        boolean invite = sql.first("SELECT 1 FROM invites WHERE lower(code) = ?", _ -> true, code)
                .isPresent();
        if (invite
                || sql.change(
                                "INSERT INTO vanity_codes (guild, code) VALUES (?, ?) ON CONFLICT DO NOTHING",
                                guild,
                                code)
                        == 0) {
            throw Refusal.unfit(Why.INVITE_CODE_TAKEN);
        }
    }

    private Optional<Invite> invite(String code, GuildId id, int uses) {
        var guild = guilds.find(id);
        var channel = guild == null ? null : landing(viewers.of(id));
        return guild == null || channel == null
                ? Optional.empty()
                : Optional.of(new Invite(
                        code,
                        id,
                        channel,
                        null,
                        uses,
                        0,
                        0,
                        false,
                        guild.guild().createdAt()));
    }

    /// Where the guild greets, if everybody sees that, or the first channel to write in that everybody sees. A guild
    /// without one still lets people in.
    private static @Nullable ChannelId landing(View view) {
        var settings = view.guild().guild().settings();
        var open = view.visibleToEverybody().stream()
                .filter(it -> it.kind().row() == Channel.Kind.Row.WRITTEN)
                .map(Channel::id)
                .toList();
        if (settings.systemChannel() != null && open.contains(settings.systemChannel())) {
            return settings.systemChannel();
        }
        var any = view.channels().stream().map(Channel::id);
        return open.isEmpty() ? any.findFirst().orElse(null) : open.getFirst();
    }

    private static String requireGood(String wanted) {
        String code = wanted.toLowerCase(Locale.ROOT);
        if (!CODE.matcher(code).matches() || RESERVED.contains(code)) {
            throw Refusal.unfit(Why.INVITE_CODE_TAKEN);
        }
        return code;
    }
}
