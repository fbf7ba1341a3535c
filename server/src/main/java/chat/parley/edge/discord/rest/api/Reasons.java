package chat.parley.edge.discord.rest.api;

import chat.parley.account.Caller;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.edge.http.Call;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Why a caller does what they do: the header `X-Audit-Log-Reason`. It comes percent-encoded, because headers are
/// ASCII.
final class Reasons {
    private static final String HEADER = "X-Audit-Log-Reason";

    private Reasons() {}

    /// @throws chat.parley.base.refusal.Refused with `Invalid` when the reason is too long
    static Caller given(Call call, Caller caller) {
        String header = call.headers().get(HEADER);
        if (header == null || header.isBlank() || call.method().equals(HttpMethod.GET)) {
            return caller;
        }
        String reason = decoded(header).replace("\0", "").strip();
        if (reason.codePointCount(0, reason.length()) > Limits.AUDIT_REASON_MAX_CHARS) {
            throw Refusal.length("reason", 0, Limits.AUDIT_REASON_MAX_CHARS);
        }
        return reason.isEmpty() ? caller : caller.because(reason);
    }

    private static String decoded(String header) {
        try {
            return URLDecoder.decode(header, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return header;
        }
    }
}
