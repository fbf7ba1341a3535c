package chat.parley.edge.discord.gateway.fanout;

import chat.parley.base.id.ChannelId;
import chat.parley.channel.Channel;
import chat.parley.channel.View;
import chat.parley.edge.discord.gateway.event.Words;
import chat.parley.edge.discord.gateway.fanout.Guest.Seat;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import java.util.IdentityHashMap;

/// Tells sessions which channels came into their sight and which left it. Belongs to the loop.
final class Sightings implements Room.Telling {
    private final Outbox outbox;
    private final Words words;
    /// What was said of channels in this turn, encoded once.
    private final IdentityHashMap<Channel, Dispatch> appeared = new IdentityHashMap<>();

    private final IdentityHashMap<Channel, Dispatch> vanished = new IdentityHashMap<>();

    Sightings(Outbox outbox, Words words) {
        this.outbox = outbox;
        this.words = words;
    }

    @Override
    public void appeared(Seat seat, ChannelId channel, View now) {
        var it = now.channel(channel);
        if (it != null && told(seat, it)) {
            outbox.add(seat.session(), seat.room.guild.value(), appeared.computeIfAbsent(it, words::appeared));
            var threads = words.threadsIn(it, now, seat.session().caller().id());
            if (threads != null) {
                outbox.add(seat.session(), seat.room.guild.value(), threads);
            }
            if (seat.session().intents().include(Intents.GUILD_VOICE_STATES)) {
                words.talkingIn(it, now).forEach(one -> outbox.add(seat.session(), seat.room.guild.value(), one));
            }
        }
    }

    @Override
    public void vanished(Seat seat, ChannelId channel, View before) {
        var it = before.channel(channel);
        if (it != null && told(seat, it)) {
            outbox.add(seat.session(), seat.room.guild.value(), vanished.computeIfAbsent(it, words::vanished));
        }
    }

    @Override
    public void turned(Seat seat, Channel thread, boolean visible, View now) {
        if (seat.session().intents().include(Intents.GUILDS)) {
            var said = visible ? words.threadAppeared(thread, now) : words.threadVanished(thread);
            outbox.add(seat.session(), seat.room.guild.value(), said);
        }
    }

    /// A conversation that is opened or closed says so itself.
    private static boolean told(Seat seat, Channel channel) {
        return !channel.kind().isPrivate() && seat.session().intents().include(Intents.GUILDS);
    }

    /// The turn is over. To clear an empty map would walk over all the room that it ever had.
    void forget() {
        if (!appeared.isEmpty()) {
            appeared.clear();
        }
        if (!vanished.isEmpty()) {
            vanished.clear();
        }
    }
}
