package chat.parley.edge.http;

import chat.parley.base.content.Content;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What came over the wire, complete but not yet routed.
///
/// @param path as it was sent, without the query
/// @param query as it was sent, without the question mark; empty when there is none
/// @param ip the peer's address, or what a trusted proxy says of it
/// @param content the body; empty when only the head has arrived
public record Call(HttpMethod method, String path, String query, HttpHeaders headers, String ip, Content content) {

    /// The query's parameters, decoded.
    ///
    /// @throws Refused with `Malformed` when an escape is broken
    public Map<String, List<String>> parameters() {
        if (query.isEmpty()) {
            return Map.of();
        }
        // PostgreSQL cannot store NUL, and no parameter of ours has a use for it.
        if (query.contains("%00")) {
            throw new Refused(new Refusal.Malformed("The query contains a NUL character."));
        }
        try {
            var decoder = new QueryStringDecoder(
                    query, StandardCharsets.UTF_8, false, Limits.HTTP_QUERY_MAX_PARAMETERS, true);
            return decoder.parameters();
        } catch (IllegalArgumentException broken) {
            throw new Refused(new Refusal.Malformed("The query is not percent-encoded properly."), broken);
        }
    }

    /// Whether `Accept-Encoding` names the coding and does not give it `q=0`.
    public boolean accepts(String coding) {
        for (String entry : headers.get(HttpHeaderNames.ACCEPT_ENCODING, "").split(",", -1)) {
            var parts = entry.split(";", -1);
            if (parts[0].strip().equalsIgnoreCase(coding)) {
                return parts.length < 2 || !parts[1].strip().matches("[qQ]=0(\\.0*)?");
            }
        }
        return false;
    }

    /// Cuts a request target into path and query. The absolute form, which only proxies must send, loses its
    /// origin.
    static String[] split(String target) {
        String local = target;
        if (!local.startsWith("/")) {
            int origin = local.indexOf("://");
            int slash = origin < 0 ? -1 : local.indexOf('/', origin + 3);
            local = origin < 0 ? local : slash < 0 ? "/" : local.substring(slash);
        }
        int mark = local.indexOf('?');
        return mark < 0 ? new String[] {local, ""} : new String[] {local.substring(0, mark), local.substring(mark + 1)};
    }
}
