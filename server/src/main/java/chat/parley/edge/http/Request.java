package chat.parley.edge.http;

import chat.parley.account.Caller;
import chat.parley.base.content.Content;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that has been read completely and routed.
///
/// @param names the path's named segments, percent-decoded
/// @param query the query's parameters, decoded; a name may come several times
/// @param ip the peer's address, or what a trusted proxy says of it
/// @param content the body as it came, at most [chat.parley.base.limit.Limits#HTTP_BODY_MAX_BYTES] unless the route
///     [takes files][Route#takingFiles]
/// @param identity who calls; absent on public routes without a token
public record Request(
        Map<String, String> names,
        Map<String, List<String>> query,
        HttpHeaders headers,
        String ip,
        Content content,
        @Nullable Caller identity) {

    /// The whole body.
    ///
    /// @throws Refused with `TooLarge` when it is one that only a form of files may be
    public byte[] body() {
        return content.bytes();
    }

    /// A named segment of the path.
    public String path(String name) {
        String value = names.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no {" + name + "}");
        }
        return value;
    }

    public @Nullable String query(String name) {
        var values = query.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /// `true`, `True` and `1` are true.
    public boolean queryFlag(String name) {
        String value = query(name);
        return value != null && (value.equalsIgnoreCase("true") || value.equals("1"));
    }

    /// @throws Refused with `Invalid` when it is there and no number between the bounds
    public int queryNumber(String name, int min, int max, int otherwise) {
        String value = query(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new Refused(problem(name, min, max), notANumber);
        }
        throw new Refused(problem(name, min, max));
    }

    /// @throws Refused with `Unauthorized` on a public route without a token
    public Caller caller() {
        if (identity == null) {
            throw new Refused(new Refusal.Unauthorized());
        }
        return identity;
    }

    private static Refusal problem(String name, int min, int max) {
        return new Refusal.Invalid(List.of(new Refusal.Problem(
                name, "NUMBER_TYPE_RANGE", "Must be a number between " + min + " and " + max + ".")));
    }
}
