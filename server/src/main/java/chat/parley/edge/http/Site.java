package chat.parley.edge.http;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;

/// Answers for some of the paths. The server asks its sites in order and takes the first that wants the path.
public interface Site {
    /// @param path as it was sent, without the query
    boolean takes(String path);

    /// True when every answer comes out of memory: then [#answer] runs on the event loop and must never
    /// block. Otherwise it runs on a virtual thread.
    boolean inMemory();

    /// How large a body this request may have. Asked, on a virtual thread, only when more is coming than
    /// [Limits#HTTP_BODY_MAX_BYTES].
    ///
    /// @param head without its body
    /// @throws chat.parley.base.refusal.Refused when there is no use in sending it
    default long bodyMax(Call head) {
        return Limits.HTTP_BODY_MAX_BYTES;
    }

    /// @throws chat.parley.base.refusal.Refused when the answer is no
    Reply answer(Call call);

    /// How this site says no, also to what never reached [#answer] because it was too large, broken, or too
    /// much.
    Reply refused(Refusal refusal);
}
