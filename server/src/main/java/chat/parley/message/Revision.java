package chat.parley.message;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.file.Attachment;
import chat.parley.message.rich.Components;
import chat.parley.message.rich.Embeds;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What somebody wants to change in a message; what is `null` stays.
///
/// @param attachments all that the message shall have then, kept ones and new ones
public record Revision(
        @Nullable String content,
        @Nullable Integer flags,
        AllowedMentions allowed,
        @Nullable Embeds embeds,
        @Nullable Components components,
        @Nullable List<Attachment> attachments) {
    public Revision {
        content = content == null ? null : Draft.fit(content);
    }

    /// Text and flags alone.
    public Revision(@Nullable String content, @Nullable Integer flags, AllowedMentions allowed) {
        this(content, flags, allowed, null, null, null);
    }

    /// It does nothing but hide embeds or show them again, which is no edit.
    boolean onlyFlags() {
        return content == null && flags != null && embeds == null && components == null && attachments == null;
    }

    /// The same with other words, `null` when there were none.
    Revision saying(@Nullable String words) {
        return new Revision(words, flags, allowed, embeds, components, attachments);
    }

    /// An announced message arrives by this, and is not edited.
    ///
    /// @param mentions whom the new text calls
    /// @throws chat.parley.base.refusal.Refused when nothing would be left of the message
    public Message appliedTo(Message before, Message.Mentions mentions, Instant now) {
        var extras = extras(before.extras());
        String text = Objects.requireNonNullElse(content, before.content());
        if (text.isEmpty() && !extras.tells()) {
            throw Refusal.unfit(Why.EMPTY_MESSAGE);
        }
        boolean awaited = (before.flags() & Message.LOADING) != 0;
        boolean edited = !awaited && (!text.equals(before.content()) || !extras.equals(before.extras()));
        return before.with(extras).edited(text, mentions, flags(before), edited ? now : before.editedAt());
    }

    private int flags(Message before) {
        int changeable = Message.SUPPRESS_EMBEDS | (components == null ? 0 : Message.IS_COMPONENTS_V2);
        int kept = before.flags() & ~Message.LOADING;
        return flags == null ? kept : (kept & ~changeable) | (flags & changeable);
    }

    private Extras extras(Extras before) {
        var after = before;
        if (embeds != null) {
            after = after.with(embeds);
        }
        if (components != null) {
            after = after.with(components);
        }
        return attachments == null ? after : after.with(attachments);
    }
}
