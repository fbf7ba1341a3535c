package chat.parley.bot.interaction;

import chat.parley.account.Caller;
import chat.parley.auth.session.Secrets;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.bot.command.Availability;
import chat.parley.bot.command.Command;
import chat.parley.bot.interaction.Interaction.Kind;
import chat.parley.bot.interaction.Interaction.Origin;
import chat.parley.bot.interaction.Interaction.Place;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Viewers;
import chat.parley.message.Message;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Interactions that are not over yet: people begin them here, [Replies] ends them.
public final class Interactions {
    private final ConcurrentHashMap<EntityId, Dialogue> byId = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Dialogue> byToken = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<EntityId, Form> forms = new ConcurrentHashMap<>();
    private final Availability availability;
    private final Viewers viewers;
    private final Snowflakes ids;
    private final Bus bus;
    private final Clock clock;
    private final long attachmentMaxBytes;

    /// A form that somebody has before them.
    public record Form(Interaction shownBy, Answer.Modal modal) {}

    public Interactions(
            Availability availability, Viewers viewers, Snowflakes ids, Bus bus, Clock clock, long attachmentMaxBytes) {
        this.availability = availability;
        this.viewers = viewers;
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
        this.attachmentMaxBytes = attachmentMaxBytes;
    }

    /// A command that the caller may use in the channel.
    ///
    /// @throws Refused with `Unknown` or `Forbidden`
    public Command command(ChannelAccess access, UserId application, EntityId id) {
        return availability.one(access, application, id);
    }

    /// The form that the caller has before them.
    public Form form(Caller caller, EntityId id) {
        return Optional.ofNullable(forms.get(id))
                .filter(it -> it.shownBy().user().equals(caller.id()))
                .orElseThrow(() -> Refusal.unknown(Thing.INTERACTION));
    }

    /// Tells the application.
    ///
    /// @param data checked already
    public Interaction use(
            ChannelAccess access, UserId application, Kind kind, JsonNode data, @Nullable Message on, Origin origin) {
        if (byId.size() >= Limits.INTERACTIONS_MAX) {
            throw new Refused(new Refusal.Busy(Limits.INTERACTION_ANSWER_MS));
        }
        var interaction = new Interaction(
                new EntityId(ids.next()),
                Secrets.fresh() + Secrets.fresh(),
                application,
                kind,
                access.caller().id(),
                place(access, application),
                data,
                on,
                origin);
        var dialogue = new Dialogue(interaction);
        byId.put(interaction.id(), dialogue);
        byToken.put(interaction.token(), dialogue);
        bus.publish(new InteractionEvent.Used(interaction));
        return interaction;
    }

    /// The application cannot be reached, so nobody waits for it.
    public void fail(EntityId id) {
        var dialogue = byId.get(id);
        if (dialogue != null && dialogue.give()) {
            bus.publish(new InteractionEvent.Settled(dialogue.interaction, false));
        }
    }

    /// Ends what nobody answered, forgets what is over.
    public void sweep() {
        for (var dialogue : byId.values()) {
            if (dialogue.missed(clock)) {
                bus.publish(new InteractionEvent.Settled(dialogue.interaction, false));
            }
            if (dialogue.over(clock)) {
                byId.remove(dialogue.interaction.id());
                byToken.remove(dialogue.interaction.token());
                forms.remove(dialogue.interaction.id());
            }
        }
    }

    /// What a token stands for; empty when it is no interaction's of that application.
    public Optional<Interaction> byToken(UserId application, String token) {
        return Optional.ofNullable(byToken.get(token))
                .map(it -> it.interaction)
                .filter(it -> it.application().equals(application));
    }

    void shown(Interaction by, Answer.Modal modal) {
        forms.put(by.id(), new Form(by, modal));
    }

    Dialogue dialogue(EntityId id, String token) {
        var dialogue = byId.get(id);
        if (dialogue == null || !dialogue.interaction.token().equals(token)) {
            throw Refusal.unknown(Thing.INTERACTION);
        }
        return dialogue;
    }

    Dialogue dialogue(UserId application, String token) {
        var dialogue = byToken.get(token);
        if (dialogue == null || !dialogue.interaction.application().equals(application)) {
            throw Refusal.unfit(Why.INVALID_TOKEN);
        }
        dialogue.requireOpen(clock);
        return dialogue;
    }

    void settled(Interaction interaction) {
        bus.publish(new InteractionEvent.Settled(interaction, true));
    }

    Bus bus() {
        return bus;
    }

    Clock clock() {
        return clock;
    }

    private Place place(ChannelAccess access, UserId application) {
        var guild = access.guild();
        var bot = guild.member(application);
        long botBits = bot == null
                ? guild.roles().everyone().permissions()
                : viewers.permissions(application, access.channel().id());
        return new Place(
                guild.id(),
                access.channel().id(),
                guild.isPrivate(),
                bot != null,
                access.bits(),
                botBits,
                attachmentMaxBytes,
                availability.owners(access, application));
    }
}
