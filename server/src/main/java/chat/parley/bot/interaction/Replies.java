package chat.parley.bot.interaction;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.bot.interaction.Interaction.Kind;
import chat.parley.message.Draft;
import chat.parley.message.Message;
import chat.parley.message.Quoted;
import chat.parley.message.Revision;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How applications answer interactions: once within three seconds, then, for a quarter of an hour, with as many
/// messages and changes as they like. The token is the proof; nobody signs in.
public final class Replies {
    private static final Set<Kind> WITH_MESSAGE = EnumSet.of(Kind.COMMAND, Kind.COMPONENT, Kind.MODAL);

    private final Interactions interactions;
    private final Voice voice;
    private final Whispers whispers;

    public Replies(Interactions interactions, Rooms rooms, Whispers whispers, Snowflakes ids) {
        this.interactions = interactions;
        this.whispers = whispers;
        this.voice = new Voice(rooms, whispers, ids, interactions.clock());
    }

    /// What came of an answer.
    ///
    /// @param message the one that was posted or changed, if any
    public record Outcome(Interaction interaction, @Nullable Quoted message) {}

    /// The interaction that somebody wants to answer, for reading the answer.
    public Interaction of(EntityId id, String token) {
        return interactions.dialogue(id, token).interaction;
    }

    /// Answers first.
    ///
    /// @throws Refused with `Unknown` when the interaction is over or was never, with `Unfit` when it was answered
    public Outcome answer(EntityId id, String token, Answer answer) {
        var dialogue = interactions.dialogue(id, token);
        requireFit(dialogue.interaction, answer);
        dialogue.begin(interactions.clock());
        try {
            var message = said(dialogue, answer);
            interactions.settled(dialogue.interaction);
            return new Outcome(dialogue.interaction, message);
        } catch (RuntimeException failed) {
            dialogue.abandon();
            throw failed;
        }
    }

    /// Says more.
    public Quoted followUp(UserId application, String token, Draft draft, boolean ephemeral) {
        var dialogue = interactions.dialogue(application, token);
        if (dialogue.awaited()) {
            return edited(dialogue, dialogue.original(), Voice.revision(draft));
        }
        if (dialogue.full()) {
            throw new Refused(new Refusal.Full(Thing.MESSAGE, Limits.FOLLOWUPS_KEPT_MAX));
        }
        var said = voice.say(
                dialogue.interaction,
                draft,
                ephemeral || dialogue.interaction.place().whispered(),
                dialogue.originalOrNull());
        dialogue.followed(said.message().id());
        return said;
    }

    /// @param id absent for the first answer
    public Quoted one(UserId application, String token, @Nullable MessageId id) {
        var dialogue = interactions.dialogue(application, token);
        return voice.find(dialogue.interaction, named(dialogue, id));
    }

    public Quoted edit(UserId application, String token, @Nullable MessageId id, Revision revision) {
        var dialogue = interactions.dialogue(application, token);
        return edited(dialogue, named(dialogue, id), revision);
    }

    public void delete(UserId application, String token, @Nullable MessageId id) {
        var dialogue = interactions.dialogue(application, token);
        var message = named(dialogue, id);
        voice.delete(dialogue.interaction, message);
        if (message.equals(dialogue.originalOrNull())) {
            dialogue.forgetOriginal();
        }
    }

    private Quoted edited(Dialogue dialogue, MessageId id, Revision revision) {
        var edited = voice.edit(dialogue.interaction, id, revision);
        if (id.equals(dialogue.originalOrNull())) {
            dialogue.arrived();
        }
        return edited;
    }

    private static MessageId named(Dialogue dialogue, @Nullable MessageId id) {
        if (id == null) {
            return dialogue.original();
        }
        if (!dialogue.owns(id)) {
            throw Refusal.unknown(Thing.MESSAGE);
        }
        return id;
    }

    private @Nullable Quoted said(Dialogue dialogue, Answer answer) {
        var interaction = dialogue.interaction;
        boolean alone = interaction.place().whispered();
        return switch (answer) {
            case Answer.Reply(var draft, var wished) -> {
                boolean ephemeral = wished || alone;
                var said = voice.say(interaction, draft, ephemeral, null);
                dialogue.answered(said.message().id(), ephemeral, false);
                yield said;
            }
            case Answer.Later(var wished) -> {
                boolean ephemeral = wished || alone;
                var said = voice.announce(interaction, ephemeral);
                dialogue.answered(said.message().id(), ephemeral, true);
                yield said;
            }
            case Answer.UpdateLater _ -> {
                dialogue.answered(on(interaction).id(), whispered(interaction), false);
                yield null;
            }
            case Answer.Update(var revision) -> {
                var changed = voice.edit(interaction, on(interaction).id(), revision);
                dialogue.answered(changed.message().id(), whispered(interaction), false);
                yield changed;
            }
            case Answer.Choices(var choices) -> {
                dialogue.answered(null, false, false);
                interactions.bus().publish(new InteractionEvent.Offered(interaction, choices));
                yield null;
            }
            case Answer.Modal modal -> {
                dialogue.answered(null, false, false);
                interactions.shown(interaction, modal);
                interactions.bus().publish(new InteractionEvent.ModalShown(interaction, modal));
                yield null;
            }
        };
    }

    private boolean whispered(Interaction interaction) {
        return whispers.find(interaction.user(), on(interaction).id()).isPresent();
    }

    private static Message on(Interaction interaction) {
        var on = interaction.on();
        if (on == null) {
            throw Refusal.unknown(Thing.MESSAGE);
        }
        return on;
    }

    private static void requireFit(Interaction interaction, Answer answer) {
        boolean fits = switch (answer) {
            case Answer.Reply _, Answer.Later _ -> WITH_MESSAGE.contains(interaction.kind());
            case Answer.UpdateLater _, Answer.Update _ ->
                interaction.on() != null && WITH_MESSAGE.contains(interaction.kind());
            case Answer.Choices _ -> interaction.kind() == Kind.AUTOCOMPLETE;
            case Answer.Modal _ -> interaction.kind() == Kind.COMMAND || interaction.kind() == Kind.COMPONENT;
        };
        if (!fits) {
            throw Refusal.invalid(
                    "type",
                    "INTERACTION_INVALID_RESPONSE_TYPE",
                    "This type of response is not for this type of interaction.");
        }
    }
}
