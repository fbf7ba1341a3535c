package chat.parley.bot.interaction;

import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.bot.command.Command;
import chat.parley.message.Draft;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.Quoted;
import chat.parley.message.Revision;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in a channel what an application answers: to everybody by an ordinary message, or to one person by a whisper.
final class Voice {
    private final Rooms rooms;
    private final Whispers whispers;
    private final Snowflakes ids;
    private final Clock clock;

    Voice(Rooms rooms, Whispers whispers, Snowflakes ids, Clock clock) {
        this.rooms = rooms;
        this.whispers = whispers;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param original of a followup, the first answer
    Quoted say(Interaction it, Draft draft, boolean ephemeral, @Nullable MessageId original) {
        var caused = draft.with(draft.extras().causedBy(it.cause(original)));
        if (ephemeral) {
            return new Quoted(whispers.post(it.user(), whisper(it, caused, original)), null);
        }
        var channel = rooms.channel(it);
        var replying = replying(it, caused, original);
        int kind = kind(it, original, replying.answering() != null);
        return rooms.relay().post(channel, rooms.guild(channel.guild()), it.application(), kind, replying);
    }

    /// A message that says that another will come.
    Quoted announce(Interaction it, boolean ephemeral) {
        return say(it, Draft.loading(Extras.NONE.causedBy(it.cause(null))), ephemeral, null);
    }

    Quoted find(Interaction it, MessageId id) {
        var whisper = whispers.find(it.user(), id);
        return whisper.isPresent()
                ? new Quoted(whisper.get(), null)
                : rooms.stored().one(it.place().channel(), id);
    }

    Quoted edit(Interaction it, MessageId id, Revision revision) {
        var whisper = whispers.find(it.user(), id);
        if (whisper.isPresent()) {
            var before = whisper.get();
            var after = revision.appliedTo(
                    before, before.mentions(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            return new Quoted(whispers.change(it.user(), after), null);
        }
        var channel = rooms.channel(it);
        return rooms.relay().edit(channel, rooms.guild(channel.guild()), author(it, id), id, revision);
    }

    void delete(Interaction it, MessageId id) {
        var whisper = whispers.find(it.user(), id);
        if (whisper.isPresent()) {
            whispers.delete(it.user(), whisper.get());
            return;
        }
        rooms.relay().delete(rooms.channel(it), author(it, id), id);
    }

    /// A draft as the change of a message that was announced.
    static Revision revision(Draft draft) {
        var extras = draft.extras();
        return new Revision(
                draft.content(),
                draft.flags(),
                draft.allowed(),
                extras.embeds(),
                extras.components(),
                extras.attachments());
    }

    /// The message with the component may be a webhook's of the same application.
    private UserId author(Interaction it, MessageId id) {
        return rooms.stored().one(it.place().channel(), id).message().author();
    }

    private Message whisper(Interaction it, Draft draft, @Nullable MessageId original) {
        return new Message(
                new MessageId(ids.next()),
                it.place().channel(),
                it.place().guild(),
                it.application(),
                kind(it, original, false),
                draft.content(),
                null,
                null,
                Message.Mentions.NONE,
                false,
                draft.flags() | Message.EPHEMERAL,
                null,
                draft.extras(),
                List.of());
    }

    /// What a command says stands for itself; all else answers a message, if that is there for all.
    private static int kind(Interaction it, @Nullable MessageId original, boolean answering) {
        if (it.kind() != Interaction.Kind.COMMAND || original != null) {
            return answering ? Message.REPLY : Message.DEFAULT;
        }
        return it.origin().commandType() == Command.CHAT_INPUT ? Message.COMMAND : Message.CONTEXT_COMMAND;
    }

    private Draft replying(Interaction it, Draft draft, @Nullable MessageId original) {
        var on = it.on();
        var about = original != null ? original : on == null ? null : on.id();
        if (about == null || whispers.find(it.user(), about).isPresent()) {
            return draft;
        }
        return new Draft(
                draft.content(),
                draft.nonce(),
                new Draft.Answering(about, false),
                draft.allowed(),
                draft.flags(),
                draft.extras());
    }
}
