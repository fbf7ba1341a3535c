package chat.parley.message;

import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.message.rich.Speech;
import chat.parley.message.text.Text;
import org.jspecify.annotations.Nullable;

/// What somebody wants to post.
///
/// @param content is kept without blanks around it; may be empty only when the extras tell something
/// @param nonce makes it safe to send again: within five minutes the first message is given back
/// @param flags those that a sender may not set are dropped
public record Draft(
        String content,
        @Nullable String nonce,
        @Nullable Answering answering,
        AllowedMentions allowed,
        int flags,
        Extras extras) {
    private static final int SENDERS_FLAGS =
            Message.SUPPRESS_EMBEDS | Message.SUPPRESS_NOTIFICATIONS | Message.IS_VOICE_MESSAGE;

    /// @param must refuse when the message is not there; otherwise it is posted without
    public record Answering(MessageId message, boolean must) {}

    /// @throws chat.parley.base.refusal.Refused when the text is too long, or empty and there is nothing else
    public Draft {
        content = fit(content);
        flags |= extras.snapshot() == null ? 0 : Message.HAS_SNAPSHOT;
        boolean announced = content.isEmpty() && extras.cause() != null && (flags & Message.LOADING) != 0;
        flags &= SENDERS_FLAGS | fitting(extras) | (announced ? Message.LOADING : 0);
        if ((flags & Message.IS_VOICE_MESSAGE) != 0) {
            Speech.require(content.isEmpty() && extras.filesAlone(), extras.attachments());
        }
        if (content.isEmpty() && !extras.tells() && !announced) {
            throw Refusal.unfit(Why.EMPTY_MESSAGE);
        }
    }

    /// Text alone.
    public Draft(
            String content, @Nullable String nonce, @Nullable Answering answering, AllowedMentions allowed, int flags) {
        this(content, nonce, answering, allowed, flags, Extras.NONE);
    }

    /// Nothing yet, but something will come.
    ///
    /// @param extras with the cause
    public static Draft loading(Extras extras) {
        return new Draft("", null, null, AllowedMentions.ALL, Message.LOADING, extras);
    }

    public Draft with(Extras other) {
        return new Draft(content, nonce, answering, allowed, flags, other);
    }

    /// The flags that say what kind of thing the extras are.
    private static int fitting(Extras extras) {
        return (extras.snapshot() == null ? 0 : Message.HAS_SNAPSHOT)
                | (extras.components().isEmpty() ? 0 : Message.IS_COMPONENTS_V2);
    }

    static String fit(String raw) {
        String text = Text.clean(raw);
        if (Text.chars(text) > Limits.MESSAGE_MAX_CHARS) {
            throw Refusal.invalid(
                    "content", "BASE_TYPE_MAX_LENGTH", "Must be " + Limits.MESSAGE_MAX_CHARS + " or fewer in length.");
        }
        return text;
    }
}
