package chat.parley.message;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as it is stored.
///
/// @param kind Discord's number, one of the constants below
/// @param replyTo the message answered, or, in a pin notice, the one pinned
/// @param nonce the sender's own mark, which makes a repeated send harmless
public record Message(
        MessageId id,
        ChannelId channel,
        GuildId guild,
        UserId author,
        int kind,
        String content,
        @Nullable Instant editedAt,
        @Nullable MessageId replyTo,
        Mentions mentions,
        boolean pinned,
        int flags,
        @Nullable String nonce,
        Extras extras,
        List<Reaction> reactions) {
    public static final int DEFAULT = 0;
    public static final int RECIPIENT_ADDED = 1;
    public static final int RECIPIENT_REMOVED = 2;
    public static final int NAME_CHANGED = 4;
    public static final int ICON_CHANGED = 5;
    public static final int PIN_NOTICE = 6;
    public static final int JOIN_NOTICE = 7;
    /// Tells in a channel that it follows another.
    public static final int FOLLOW_NOTICE = 12;
    /// Tells in a channel that a thread was started without a message.
    public static final int THREAD_NOTICE = 18;
    public static final int REPLY = 19;
    public static final int COMMAND = 20;
    public static final int CONTEXT_COMMAND = 23;
    /// Tells how a poll ended.
    public static final int POLL_RESULT = 46;
    /// Stands first in a thread that was started from a message, and names it.
    public static final int STARTER = 21;
    public static final int AUTO_MODERATION_ACTION = 24;

    /// It was published to the channels that follow.
    public static final int CROSSPOSTED = 1;
    public static final int IS_CROSSPOST = 1 << 1;
    public static final int SUPPRESS_EMBEDS = 1 << 2;
    public static final int HAS_THREAD = 1 << 5;
    /// Only its receiver sees it; such a message is never stored.
    public static final int EPHEMERAL = 1 << 6;
    /// The answer to an interaction is still to come.
    public static final int LOADING = 1 << 7;
    public static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    public static final int IS_VOICE_MESSAGE = 1 << 13;
    public static final int HAS_SNAPSHOT = 1 << 14;
    /// Its components are all there is: it has no text and no embeds.
    public static final int IS_COMPONENTS_V2 = 1 << 15;

    private static final int PLAIN_BYTES = 320;
    private static final int NAME_BYTES = 24;
    private static final int REACTION_BYTES = 100;
    private static final int EXTRAS_BYTES = 2_000;

    /// Whom the text names, resolved when it was sent and limited to what the author may mention.
    public record Mentions(List<UserId> users, List<RoleId> roles, boolean everyone) {
        public static final Mentions NONE = new Mentions(List.of(), List.of(), false);
    }

    /// One emoji under a message and who chose it, oldest first.
    public record Reaction(String emoji, List<UserId> users) {}

    /// About as much memory as it takes.
    int bytes() {
        int named = mentions.users().size() + mentions.roles().size();
        int reacted = 0;
        for (var reaction : reactions) {
            reacted += REACTION_BYTES + NAME_BYTES * reaction.users().size();
        }
        int rich = extras.equals(Extras.NONE) ? 0 : EXTRAS_BYTES;
        return PLAIN_BYTES + 2 * content.length() + NAME_BYTES * named + reacted + rich;
    }

    /// In a conversation, whose id is its channel's; no channel of a community has its guild's.
    public boolean isPrivate() {
        return guild.value() == channel.value();
    }

    /// Written by a person, not by the server.
    public boolean written() {
        return kind == DEFAULT || kind == REPLY || kind == COMMAND || kind == CONTEXT_COMMAND;
    }

    public Message edited(String text, Mentions called, int changedFlags, @Nullable Instant at) {
        return new Message(
                id,
                channel,
                guild,
                author,
                kind,
                text,
                at,
                replyTo,
                called,
                pinned,
                changedFlags,
                nonce,
                extras,
                reactions);
    }

    public Message pinned(boolean now) {
        return new Message(
                id, channel, guild, author, kind, content, editedAt, replyTo, mentions, now, flags, nonce, extras,
                reactions);
    }

    public Message with(List<Reaction> now) {
        return new Message(
                id, channel, guild, author, kind, content, editedAt, replyTo, mentions, pinned, flags, nonce, extras,
                now);
    }

    Message blanked() {
        return with(extras.blank()).edited("", mentions, flags, editedAt);
    }

    public Message with(Extras other) {
        return new Message(
                id, channel, guild, author, kind, content, editedAt, replyTo, mentions, pinned, flags, nonce, other,
                reactions);
    }

    /// With other flags.
    public Message marked(int other) {
        return edited(content, mentions, other, editedAt);
    }
}
