package chat.parley.message;

import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.message.text.Text;
import org.jspecify.annotations.Nullable;

/// What somebody wants to post.
///
/// @param content is kept without blanks around it
/// @param nonce makes it safe to send again: within five minutes the first message is given back
/// @param flags those that a sender may not set are dropped
public record Draft(
        String content, @Nullable String nonce, @Nullable Answering answering, AllowedMentions allowed, int flags) {
    private static final int SENDERS_FLAGS = Message.SUPPRESS_EMBEDS | Message.SUPPRESS_NOTIFICATIONS;

    /// @param must refuse when the message is not there; otherwise it is posted without
    public record Answering(MessageId message, boolean must) {}

    /// @throws chat.parley.base.refusal.Refused when the text is empty or too long
    public Draft {
        content = fit(content);
        flags &= SENDERS_FLAGS;
    }

    static String fit(String raw) {
        String text = Text.clean(raw);
        if (text.isEmpty()) {
            throw Refusal.unfit(Why.EMPTY_MESSAGE);
        }
        if (Text.chars(text) > Limits.MESSAGE_MAX_CHARS) {
            throw Refusal.invalid(
                    "content", "BASE_TYPE_MAX_LENGTH", "Must be " + Limits.MESSAGE_MAX_CHARS + " or fewer in length.");
        }
        return text;
    }
}
