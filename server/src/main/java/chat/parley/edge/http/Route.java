package chat.parley.edge.http;

import chat.parley.base.limit.RateRule;
import io.netty.handler.codec.http.HttpMethod;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// A line of the route table.
///
/// @param pattern path with names in braces, without the API prefix: `/channels/{channel}/messages/{message}`
/// @param access who may call it at all; what they may do is decided by the feature
/// @param rule a rate limit of its own, beside the one of each caller
/// @param files whether a large body with files may come
/// @param scope with which a program may call it in somebody's name, [#ANY_SCOPE] for whichever; absent for none
/// @param handler runs on a virtual thread and may block
public record Route(
        HttpMethod method,
        String pattern,
        Access access,
        RateRule rule,
        boolean files,
        @Nullable String scope,
        Handler handler) {
    public static final String ANY_SCOPE = "*";

    public enum Access {
        /// Anybody, also without a token.
        PUBLIC,
        /// Whoever has signed in, person or bot.
        CALLER,
        /// People only: a bot's token gets 403 with code 20001.
        PERSON
    }

    /// May be serialised, so that the API's description can tell which method stands behind a route.
    @FunctionalInterface
    public interface Handler extends Serializable {
        /// @throws chat.parley.base.refusal.Refused when the answer is no
        Reply handle(Request request);
    }

    public static Route of(HttpMethod method, String pattern, Access access, Handler handler) {
        return new Route(method, pattern, access, RateRule.NONE, false, null, handler);
    }

    public static Route get(String pattern, Access access, Handler handler) {
        return of(HttpMethod.GET, pattern, access, handler);
    }

    public static Route post(String pattern, Access access, Handler handler) {
        return of(HttpMethod.POST, pattern, access, handler);
    }

    public static Route put(String pattern, Access access, Handler handler) {
        return of(HttpMethod.PUT, pattern, access, handler);
    }

    public static Route patch(String pattern, Access access, Handler handler) {
        return of(HttpMethod.PATCH, pattern, access, handler);
    }

    public static Route delete(String pattern, Access access, Handler handler) {
        return of(HttpMethod.DELETE, pattern, access, handler);
    }

    public Route limitedBy(RateRule other) {
        return new Route(method, pattern, access, other, files, scope, handler);
    }

    /// Lets bodies be as large as files may be; they are read by [chat.parley.edge.http.body.Multipart].
    public Route takingFiles() {
        return new Route(method, pattern, access, rule, true, scope, handler);
    }

    /// Programs may call it in somebody's name when they have been allowed that.
    public Route openTo(String word) {
        return new Route(method, pattern, access, rule, files, word, handler);
    }
}
