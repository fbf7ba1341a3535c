package chat.parley.edge.discord.gateway;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refused;
import chat.parley.base.work.Chores;
import chat.parley.edge.discord.gateway.event.VoiceWords;
import chat.parley.edge.discord.gateway.event.Voices;
import chat.parley.edge.discord.gateway.fanout.Registry;
import chat.parley.edge.discord.gateway.session.VoiceWish;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what clients ask of voice. It may block, so it is done beside the event loops, but each user's wishes in the
/// order in which they came. As at Discord, a wish that is refused is passed over.
final class Switchboard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);
    private static final int LANES = 4;

    private final List<Chores> lanes =
            IntStream.range(0, LANES).mapToObj(it -> new Chores("voice-" + it)).toList();
    private final Voices voices;
    private final VoiceWords words;

    Switchboard(Voices voices, VoiceWords words) {
        this.voices = voices;
        this.words = words;
    }

    void speak(Registry.Home home, VoiceWish wish) {
        var caller = home.session().caller();
        String session = home.session().id();
        lane(caller.id()).add(() -> {
            try {
                var guild = wish.guild();
                var channel = wish.channel();
                if (channel == null) {
                    leave(caller.id(), session, guild);
                } else if (home.session().ended()) {
                    LOG.debug("A wish of a session that has ended");
                } else if (guild == null) {
                    voices.calls().ringable(caller, channel);
                    voices.states().join(caller, session, new GuildId(channel.value()), channel, wish.self());
                } else {
                    voices.states().join(caller, session, guild, channel, wish.self());
                }
            } catch (Refused refused) {
                LOG.debug("A wish to talk was refused: {}", refused.refusal());
            }
        });
    }

    /// A session has ended; called on its event loop.
    void ended(UserId user, String session) {
        if (voices.states().holds(user, session)) {
            lane(user).add(() -> voices.states().ended(user, session));
        }
    }

    /// The call of a conversation, for a client that asks whether there is one.
    void call(Registry.Home home, ChannelId channel, Consumer<Dispatch> answer) {
        var user = home.session().caller().id();
        lane(user)
                .add(() -> voices.calls().of(user).stream()
                        .filter(it -> it.channel().equals(channel))
                        .map(words::began)
                        .forEach(answer));
    }

    private void leave(UserId user, String session, @Nullable GuildId guild) {
        if (guild == null) {
            voices.states().ended(user, session);
        } else {
            voices.states().leave(guild, user, session);
        }
    }

    private Chores lane(UserId user) {
        return lanes.get(Math.floorMod(user.hashCode(), LANES));
    }

    @Override
    public void close() {
        lanes.forEach(Chores::close);
    }
}
