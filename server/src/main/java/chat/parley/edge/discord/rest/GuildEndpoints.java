package chat.parley.edge.discord.rest;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.PictureField;
import chat.parley.edge.discord.shape.GuildShape;
import chat.parley.edge.discord.shape.MyGuildShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import chat.parley.guild.Founding;
import chat.parley.guild.Guild;
import chat.parley.guild.GuildSettings;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.guild.member.Membership;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Guilds: founding, looking, changing, leaving, deleting.
public final class GuildEndpoints {
    private final Guilds guilds;
    private final Founding founding;
    private final GuildSettings settings;
    private final Membership membership;
    private final ToIntFunction<GuildSnapshot> online;
    private final Portraits portraits;

    /// @param online counts the members who are online
    /// @param portraits keeps their pictures
    public GuildEndpoints(
            Guilds guilds,
            Founding founding,
            GuildSettings settings,
            Membership membership,
            ToIntFunction<GuildSnapshot> online,
            Portraits portraits) {
        this.guilds = guilds;
        this.founding = founding;
        this.settings = settings;
        this.membership = membership;
        this.online = online;
        this.portraits = portraits;
    }

    public Reply create(Request request) {
        var body = Body.of(request);
        String name = body.requiredText("name", Limits.GUILD_NAME_MIN_CHARS, Limits.GUILD_NAME_MAX_CHARS);
        String description = body.text("description", 0, Limits.GUILD_DESCRIPTION_MAX_CHARS);
        body.check();
        var founded = founding.found(request.caller(), name, description);
        if (body.tree().path("icon").isString()) {
            founded = settings.edit(request.caller(), founded.id(), pictures(body, founded.id()));
        }
        return Reply.json(201, GuildShape.of(founded));
    }

    public Reply one(Request request) {
        var snapshot = guilds.of(request.caller(), id(request)).snapshot();
        return Reply.json(
                request.queryFlag("with_counts")
                        ? GuildShape.counted(snapshot, online.applyAsInt(snapshot))
                        : GuildShape.of(snapshot));
    }

    public Reply mine(Request request) {
        var caller = request.caller();
        int limit = request.queryNumber("limit", 1, Limits.GUILDS_PER_USER_MAX, Limits.GUILDS_PER_USER_MAX);
        boolean counted = request.queryFlag("with_counts");
        long after = position(request.query("after"), 0);
        long before = position(request.query("before"), Long.MAX_VALUE);
        var page = new ArrayList<>(guilds.ofMember(caller.id()).stream()
                .map(GuildSnapshot::id)
                .sorted()
                .filter(id -> id.value() > after && id.value() < before)
                .toList());
        // A page before an id is the one that ends there.
        var shown = request.query("before") != null && page.size() > limit
                ? page.subList(page.size() - limit, page.size())
                : page.subList(0, Math.min(limit, page.size()));
        return Reply.json(shown.stream()
                .map(id -> MyGuildShape.of(guilds.of(caller, id), counted))
                .toList());
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        var id = id(request);
        guilds.of(request.caller(), id).requiring(Permission.MANAGE_GUILD);
        var pictures = pictures(body, id);
        var changed = settings.edit(request.caller(), id, guild -> {
            var after = changed(guild, body);
            body.check();
            return pictures.apply(after);
        });
        return Reply.json(GuildShape.of(changed));
    }

    public Reply delete(Request request) {
        founding.raze(request.caller(), id(request));
        return Reply.none();
    }

    public Reply leave(Request request) {
        membership.leave(request.caller(), id(request));
        return Reply.none();
    }

    public static GuildId id(Request request) {
        return GuildId.of(request.path("guild"));
    }

    private static long position(@Nullable String id, long otherwise) {
        return id == null ? otherwise : GuildId.of(id).value();
    }

    /// Keeps the pictures that the body brings, before the guild is locked. Whether the caller may change them has been
    /// asked.
    private UnaryOperator<Guild> pictures(Body body, GuildId id) {
        String owner = id.text();
        var icon = PictureField.of(body, "icon", portraits, PortraitKind.ICON, owner);
        var banner = PictureField.of(body, "banner", portraits, PortraitKind.BANNER, owner);
        var splash = PictureField.of(body, "splash", portraits, PortraitKind.SPLASH, owner);
        var discovery = PictureField.of(body, "discovery_splash", portraits, PortraitKind.DISCOVERY_SPLASH, owner);
        return guild -> {
            var now = guild.pictures();
            return guild.with(new Guild.Pictures(
                    icon.or(now.icon()),
                    banner.or(now.banner()),
                    splash.or(now.splash()),
                    discovery.or(now.discoverySplash())));
        };
    }

    private static Guild changed(Guild guild, Body body) {
        var after = guild.with(changed(guild.settings(), body));
        if (body.has("name")) {
            after = after.named(body.requiredText("name", Limits.GUILD_NAME_MIN_CHARS, Limits.GUILD_NAME_MAX_CHARS));
        }
        if (body.has("description")) {
            String text = body.text("description", 0, Limits.GUILD_DESCRIPTION_MAX_CHARS);
            after = after.described(text == null || text.isEmpty() ? null : text);
        }
        var owner = body.id("owner_id");
        return owner == null ? after : after.ownedBy(new UserId(owner));
    }

    private static Guild.Settings changed(Guild.Settings now, Body body) {
        String locale = body.text("preferred_locale", 2, 10);
        return new Guild.Settings(
                channel(body, "system_channel_id", now.systemChannel()),
                channel(body, "rules_channel_id", now.rulesChannel()),
                channel(body, "afk_channel_id", now.afkChannel()),
                number(body, "afk_timeout", 3_600, now.afkTimeoutS()),
                number(body, "verification_level", 4, now.verificationLevel()),
                number(body, "default_message_notifications", 1, now.defaultNotifications()),
                number(body, "explicit_content_filter", 2, now.contentFilter()),
                locale == null ? now.locale() : locale,
                now.safety()
                        .alerting(channel(
                                body, "safety_alerts_channel_id", now.safety().alerts())));
    }

    private static @Nullable ChannelId channel(Body body, String field, @Nullable ChannelId now) {
        if (!body.has(field)) {
            return now;
        }
        var id = body.id(field);
        return id == null ? null : new ChannelId(id);
    }

    private static int number(Body body, String field, int max, int now) {
        var number = body.number(field, 0, max);
        return number == null ? now : number;
    }
}
