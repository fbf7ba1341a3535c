package chat.parley.edge.discord.rest;

import chat.parley.account.Users;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.BanShape;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.member.Ban;
import chat.parley.guild.member.Bans;
import java.util.List;
import java.util.Map;

/// Bans of a guild.
public final class BanEndpoints {
    private static final int BULK_MAX = 200;
    private static final int PAGE_MAX = 1_000;
    private static final int DAY_S = 24 * 3_600;

    private final Bans bans;
    private final Users users;

    public BanEndpoints(Bans bans, Users users) {
        this.bans = bans;
        this.users = users;
    }

    public Reply list(Request request) {
        int limit = request.queryNumber("limit", 1, PAGE_MAX, PAGE_MAX);
        var guild = GuildEndpoints.id(request);
        String before = request.query("before");
        String after = request.query("after");
        var page = before == null
                ? bans.after(
                        request.caller(),
                        guild,
                        after == null ? 0 : UserId.of(after).value(),
                        limit)
                : bans.before(request.caller(), guild, UserId.of(before).value(), limit);
        return Reply.json(shapes(page));
    }

    public Reply one(Request request) {
        var ban = bans.of(request.caller(), GuildEndpoints.id(request), MemberEndpoints.user(request));
        return Reply.json(shape(ban));
    }

    public Reply ban(Request request) {
        var body = Body.of(request);
        var terms = terms(body);
        var user = users.one(MemberEndpoints.user(request)).id();
        bans.ban(request.caller(), GuildEndpoints.id(request), user, terms);
        return Reply.none();
    }

    public Reply banAll(Request request) {
        var body = Body.of(request);
        var ids = body.ids("user_ids", BULK_MAX).stream()
                .map(UserId::new)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            throw Refusal.required("user_ids");
        }
        var terms = terms(body);
        var known = users.all(ids).keySet();
        var banned = bans.banAll(
                request.caller(),
                GuildEndpoints.id(request),
                ids.stream().filter(known::contains).toList(),
                terms);
        var failed = ids.stream().filter(it -> !banned.contains(it)).toList();
        return Reply.json(Map.of("banned_users", banned, "failed_users", failed));
    }

    public Reply lift(Request request) {
        bans.lift(request.caller(), GuildEndpoints.id(request), MemberEndpoints.user(request));
        return Reply.none();
    }

    private static Bans.Terms terms(Body body) {
        var seconds = body.number("delete_message_seconds", 0, Bans.PURGE_MAX_S);
        var days = body.number("delete_message_days", 0, Bans.PURGE_MAX_S / DAY_S);
        body.check();
        int purgeS = seconds != null ? seconds : days != null ? days * DAY_S : 0;
        return new Bans.Terms(purgeS);
    }

    private BanShape shape(Ban ban) {
        return new BanShape(UserShape.of(users.one(ban.user())), ban.reason());
    }

    private List<BanShape> shapes(List<Ban> page) {
        var known = users.all(page.stream().map(Ban::user).toList());
        return page.stream()
                .filter(ban -> known.containsKey(ban.user()))
                .map(this::shape)
                .toList();
    }
}
