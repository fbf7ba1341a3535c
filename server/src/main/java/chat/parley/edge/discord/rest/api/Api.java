package chat.parley.edge.discord.rest.api;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.limit.Grant;
import chat.parley.base.limit.Limits;
import chat.parley.base.limit.RateLimits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.edge.http.Route;
import chat.parley.edge.http.Router;
import chat.parley.edge.http.Router.Match;
import chat.parley.edge.http.Site;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything below the API's prefix. A call passes, in this order: who calls, how often, which route, may
/// they call it at all, how often that; then its endpoint decides.
public final class Api implements Site {
    /// Answers are somebody's own and may not be kept by caches.
    private static final Map<String, String> PRIVATE =
            Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff");

    private final Router router;
    private final Identification identification;
    private final RateLimits limits;
    private final long formMaxBytes;

    /// Without routes that take files.
    public Api(List<Route> table, Identification identification, RateLimits limits) {
        this(table, identification, limits, Limits.HTTP_BODY_MAX_BYTES);
    }

    /// @param formMaxBytes how large a body with files may be
    public Api(List<Route> table, Identification identification, RateLimits limits, long formMaxBytes) {
        this.router = new Router(table);
        this.identification = identification;
        this.limits = limits;
        this.formMaxBytes = formMaxBytes;
    }

    @Override
    public boolean takes(String path) {
        return ApiPrefix.stripped(path) != null;
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public Reply refused(Refusal refusal) {
        return Answers.of(refusal).with(PRIVATE);
    }

    @Override
    public long bodyMax(Call head) {
        String path = ApiPrefix.stripped(head.path());
        if (!(router.find(head.method(), path == null ? "" : path) instanceof Match.Found(var route, var _))
                || !route.files()) {
            return Limits.HTTP_BODY_MAX_BYTES;
        }
        if (route.access() != Route.Access.PUBLIC && caller(head) == null) {
            throw new Refused(new Refusal.Unauthorized());
        }
        return formMaxBytes;
    }

    @Override
    public Reply answer(Call call) {
        var caller = caller(call);
        var use = caller == null ? limits.anonymous(call.ip()) : limits.request(caller.id());
        use.orRefuse(true);
        String path = ApiPrefix.stripped(call.path());
        return switch (router.find(call.method(), path == null ? "" : path)) {
            case Match.Nothing _ -> Reply.status(404);
            case Match.WrongMethod(var allowed) -> wrongMethod(call.method(), allowed);
            case Match.Found(var route, var names) ->
                answer(call, caller, route, names).with(PRIVATE);
        };
    }

    private Reply answer(Call call, @Nullable Caller known, Route route, Map<String, String> names) {
        var caller = known == null || mayRun(known, route) ? known : null;
        if (caller == null && route.access() != Route.Access.PUBLIC) {
            return Reply.status(401);
        }
        if (caller != null && caller.bot() && route.access() == Route.Access.PERSON) {
            return Answers.notForBots();
        }
        var request = new Request(names, call.parameters(), call.headers(), call.ip(), call.content(), caller);
        var grant = grant(request, route, caller);
        if (grant == null) {
            return route.handler().handle(request);
        }
        var headers = RateHeaders.of(route, major(names), grant);
        try {
            grant.orRefuse(false);
            return route.handler().handle(request).with(headers);
        } catch (Refused no) {
            return Answers.of(no.refusal()).with(headers);
        }
    }

    /// Whether the route is open to who calls: everybody themselves, and programs with the scope for it. To all other
    /// routes, a program's token is no token.
    ///
    /// @throws Refused with `OutOfScope` when the program could have asked for it
    private static boolean mayRun(Caller caller, Route route) {
        var errand = caller.errand();
        String scope = route.scope();
        if (errand == null || Route.ANY_SCOPE.equals(scope)) {
            return true;
        }
        if (scope != null && !errand.scopes().contains(scope)) {
            throw new Refused(new Refusal.OutOfScope());
        }
        return scope != null;
    }

    private @Nullable Grant grant(Request request, Route route, @Nullable Caller by) {
        var caller = by == null ? null : by.id();
        return switch (route.rule()) {
            case NONE -> null;
            case SIGN_IN -> limits.signIn(request.ip());
            case SEND -> limits.message(request.caller().id(), ChannelId.of(request.path("channel")));
            case EDIT, DELETE, REACT, PLAY, MANAGE, HOOK ->
                limits.use(route.rule(), route.method() + " " + route.pattern(), caller, major(request.names()));
        };
    }

    /// What Discord counts a route apart by: its channel, guild or webhook, the last with its token.
    private static String major(Map<String, String> names) {
        String webhook = names.get("webhook");
        if (webhook != null) {
            return webhook + "/" + names.getOrDefault("token", "").hashCode();
        }
        String channel = names.get("channel");
        return channel == null ? names.getOrDefault("guild", "") : channel;
    }

    /// A token that is not valid is no token: whether that matters is the route's to say.
    private @Nullable Caller caller(Call call) {
        String authorization = call.headers().get(HttpHeaderNames.AUTHORIZATION);
        if (authorization == null) {
            return null;
        }
        try {
            return Reasons.given(call, identification.of(authorization));
        } catch (Refused no) {
            if (no.refusal() instanceof Refusal.Unauthorized) {
                return null;
            }
            throw no;
        }
    }

    private static Reply wrongMethod(HttpMethod method, Set<String> allowed) {
        var reply = method.equals(HttpMethod.OPTIONS) ? Reply.none() : Reply.status(405);
        return reply.with("Allow", String.join(", ", allowed));
    }
}
