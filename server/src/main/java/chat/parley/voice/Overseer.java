package chat.parley.voice;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.ChannelEvent;
import chat.parley.channel.View;
import chat.parley.channel.Viewers;
import chat.parley.guild.GuildEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watches that nobody stays in a voice channel who may not: whatever changes in a guild, those inside are
/// judged anew in the same moment, on the thread and under the lock of the change. It touches memory alone, and
/// nothing at all while nobody talks in the guild.
public final class Overseer {
    private final VoiceStates states;
    private final Viewers viewers;

    public Overseer(VoiceStates states, Viewers viewers, Bus bus) {
        this.states = states;
        this.viewers = viewers;
        bus.subscribe(GuildEvent.class, it -> judge(it.guild()));
        bus.subscribe(ChannelEvent.class, it -> {
            if (!it.channel().kind().thread()) {
                judge(it.guild());
            }
        });
    }

    private void judge(GuildId guild) {
        if (states.in(guild).isEmpty()) {
            return;
        }
        var view = view(guild);
        for (var state : List.copyOf(states.in(guild))) {
            states.become(state, view == null ? null : Entrance.allowed(view, state));
        }
    }

    /// Absent when the guild is gone.
    private @Nullable View view(GuildId guild) {
        try {
            return viewers.of(guild);
        } catch (Refused gone) {
            return null;
        }
    }
}
