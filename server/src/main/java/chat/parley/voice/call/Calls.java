package chat.parley.voice.call;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Channels;
import chat.parley.conversation.Conversations;
import chat.parley.guild.Guilds;
import chat.parley.voice.VoiceEvent;
import chat.parley.voice.VoiceStates;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Calls begin with the first in them, ring, and end with the last.
public final class Calls {
    private final ConcurrentHashMap<GuildId, Call> going = new ConcurrentHashMap<>();
    private final Guilds guilds;
    private final Channels channels;
    private final Conversations conversations;
    private final VoiceStates states;
    private final Snowflakes ids;
    private final Bus bus;
    private final Clock clock;

    public Calls(
            Guilds guilds,
            Channels channels,
            Conversations conversations,
            VoiceStates states,
            Snowflakes ids,
            Bus bus,
            Clock clock) {
        this.guilds = guilds;
        this.channels = channels;
        this.conversations = conversations;
        this.states = states;
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
        bus.subscribe(VoiceEvent.Changed.class, this::follow);
    }

    public @Nullable Call of(GuildId conversation) {
        return going.get(conversation);
    }

    /// Those that somebody could join.
    public List<Call> of(UserId user) {
        return going.values().stream()
                .filter(it -> {
                    var guild = guilds.find(it.conversation());
                    return guild != null && guild.member(user) != null;
                })
                .toList();
    }

    /// The conversation, if the caller may ring in it.
    ///
    /// @throws chat.parley.base.refusal.Refused when it is none, or the other does not want to hear from them
    public ChannelAccess ringable(Caller caller, ChannelId id) {
        var access = channels.seenBy(caller, id);
        if (!access.channel().kind().isPrivate()) {
            throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        }
        conversations.admit(access);
        return access;
    }

    /// Rings those who are not in the call yet, all of them or these.
    public void ring(Caller caller, ChannelId id, @Nullable Collection<UserId> recipients) {
        var guild = ringable(caller, id).guild();
        guilds.write(guild.id(), writing -> {
            var call = required(guild.id());
            var rung = new HashSet<>(call.ringing());
            writing.now().members().forEach(member -> {
                boolean meant = recipients == null || recipients.contains(member.user());
                if (meant && states.of(guild.id(), member.user()) == null) {
                    rung.add(member.user());
                }
            });
            become(call, call.ringing(rung));
            return true;
        });
    }

    /// Lets it be silent at these; without any, at the caller: they decline.
    public void hush(Caller caller, ChannelId id, @Nullable Collection<UserId> recipients) {
        var guild = channels.seenBy(caller, id).guild();
        guilds.write(guild.id(), _ -> {
            var call = required(guild.id());
            var rung = new HashSet<>(call.ringing());
            rung.removeAll(recipients == null ? List.of(caller.id()) : List.copyOf(recipients));
            become(call, call.ringing(rung));
            return true;
        });
    }

    private Call required(GuildId conversation) {
        var call = going.get(conversation);
        if (call == null) {
            throw Refusal.unknown(Thing.CALL);
        }
        return call;
    }

    /// On the thread and under the lock of the change.
    private void follow(VoiceEvent.Changed change) {
        if (!change.either().isCall()) {
            return;
        }
        var call = going.get(change.guild());
        if (call == null) {
            if (change.after() != null) {
                begin(change.guild());
            }
        } else if (states.in(change.guild()).isEmpty()) {
            going.remove(change.guild());
            bus.publish(new CallEvent.Ended(call));
        } else if (change.after() != null) {
            become(call, call.without(change.after().user()));
        }
    }

    private void begin(GuildId conversation) {
        var call = new Call(conversation, new MessageId(ids.next()), Set.of(), clock.instant());
        going.put(conversation, call);
        bus.publish(new CallEvent.Began(call));
    }

    private void become(Call before, Call after) {
        if (!after.equals(before)) {
            going.put(after.conversation(), after);
            bus.publish(new CallEvent.Changed(after));
        }
    }
}
