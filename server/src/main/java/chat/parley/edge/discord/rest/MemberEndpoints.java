package chat.parley.edge.discord.rest;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.PictureField;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import chat.parley.guild.member.Members;
import chat.parley.guild.member.Membership;
import chat.parley.voice.Steward;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Members of a guild.
public final class MemberEndpoints {
    private final Guilds guilds;
    private final Members members;
    private final Membership membership;
    private final Users users;
    private final Portraits portraits;
    private final Steward steward;

    public MemberEndpoints(
            Guilds guilds, Members members, Membership membership, Users users, Portraits portraits, Steward steward) {
        this.steward = steward;
        this.guilds = guilds;
        this.members = members;
        this.membership = membership;
        this.users = users;
        this.portraits = portraits;
    }

    public Reply list(Request request) {
        int limit = request.queryNumber("limit", 1, Limits.MEMBERS_PAGE_MAX, 1);
        String after = request.query("after");
        long position =
                after == null || after.equals("0") ? 0 : UserId.of(after).value();
        return shown(members.page(request.caller(), GuildEndpoints.id(request), position, limit));
    }

    public Reply search(Request request) {
        int limit = request.queryNumber("limit", 1, Limits.MEMBERS_PAGE_MAX, 1);
        String query = request.query("query");
        var found = members.search(request.caller(), GuildEndpoints.id(request), query == null ? "" : query, limit);
        return shown(found);
    }

    public Reply one(Request request) {
        return shown(guilds.of(request.caller(), GuildEndpoints.id(request)).member(user(request)));
    }

    public Reply me(Request request) {
        return shown(guilds.of(request.caller(), GuildEndpoints.id(request)).self());
    }

    public Reply change(Request request) {
        return changed(request, user(request));
    }

    public Reply changeMe(Request request) {
        var body = Body.of(request);
        var self = request.caller().id();
        var guild = GuildEndpoints.id(request);
        guilds.of(request.caller(), guild);
        String owner = guild.text() + "/" + self.text();
        var avatar = PictureField.of(body, "avatar", portraits, PortraitKind.MEMBER_AVATAR, owner);
        var banner = PictureField.of(body, "banner", portraits, PortraitKind.MEMBER_BANNER, owner);
        return shown(members.edit(request.caller(), guild, self, member -> {
            var after = changed(member, body);
            body.check();
            var look = member.look();
            return after.looking(new Member.Look(avatar.or(look.avatar()), banner.or(look.banner())));
        }));
    }

    public Reply give(Request request) {
        members.give(request.caller(), GuildEndpoints.id(request), user(request), RoleEndpoints.id(request));
        return Reply.none();
    }

    public Reply take(Request request) {
        members.take(request.caller(), GuildEndpoints.id(request), user(request), RoleEndpoints.id(request));
        return Reply.none();
    }

    public Reply kick(Request request) {
        membership.kick(request.caller(), GuildEndpoints.id(request), user(request));
        return Reply.none();
    }

    static UserId user(Request request) {
        return UserId.of(request.path("user"));
    }

    private Reply changed(Request request, UserId user) {
        var body = Body.of(request);
        var guild = GuildEndpoints.id(request);
        var order = order(body);
        var edited = members.edit(request.caller(), guild, user, member -> {
            var after = changed(member, body);
            body.check();
            return after;
        });
        if (order.empty()) {
            return shown(edited);
        }
        var sanction = steward.give(request.caller(), guild, user, order);
        return Reply.json(MemberShape.of(edited, users.one(user)).silenced(sanction.mute(), sanction.deaf()));
    }

    /// What is to become of a member in the voice channels.
    private static Steward.Order order(Body body) {
        var channel = body.id("channel_id");
        return new Steward.Order(
                body.has("channel_id"),
                channel == null ? null : new ChannelId(channel),
                body.flag("mute"),
                body.flag("deaf"));
    }

    private static Member changed(Member member, Body body) {
        var after = member;
        if (body.has("nick")) {
            after = after.named(body.text("nick", 0, Members.NICK_MAX_CHARS));
        }
        if (body.has("roles")) {
            after = after.with(body.ids("roles", Limits.ROLES_PER_GUILD_MAX).stream()
                    .map(RoleId::new)
                    .toList());
        }
        if (body.has("communication_disabled_until")) {
            after = after.silencedUntil(time(body, "communication_disabled_until"));
        }
        var flags = body.number("flags", 0, Integer.MAX_VALUE);
        return flags == null
                ? after
                : after.arrived(new Member.Arrival(after.arrival().pending(), flags));
    }

    private static @Nullable Instant time(Body body, String field) {
        String text = body.text(field, 1, 64);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            body.wrong(field, "DATE_TIME_TYPE_PARSE", "Could not parse " + text + ". Should be ISO8601.");
            return null;
        }
    }

    private Reply shown(Member member) {
        return Reply.json(MemberShape.of(member, users.one(member.user())));
    }

    private Reply shown(Collection<Member> found) {
        var known = users.all(found.stream().map(Member::user).toList());
        return Reply.json(MemberShape.of(found, known));
    }
}
