package chat.parley.voice;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.permission.Permission;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The line that stands above a voice channel while people are in it.
public final class Statuses {
    private final ConcurrentHashMap<ChannelId, String> known = new ConcurrentHashMap<>();
    private final VoiceStates states;
    private final Channels channels;
    private final Bus bus;

    public Statuses(VoiceStates states, Channels channels, Bus bus) {
        this.states = states;
        this.channels = channels;
        this.bus = bus;
        bus.subscribe(VoiceEvent.Changed.class, it -> {
            if (it.before() != null && it.departed()) {
                forgetIfEmpty(it.guild(), it.before().channel());
            }
        });
    }

    public @Nullable String of(ChannelId channel) {
        return known.get(channel);
    }

    /// @param status empty or absent takes it away
    /// @throws chat.parley.base.refusal.Refused with `Forbidden` unless they are inside and may, or manage it
    public void write(Caller caller, ChannelId id, @Nullable String status) {
        var access = channels.seenBy(caller, id);
        var channel = access.channel();
        if (channel.kind() != Channel.Kind.VOICE) {
            throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        }
        var own = states.of(channel.guild(), caller.id());
        boolean inside = own != null && own.channel().equals(id) && access.may(Permission.SET_VOICE_CHANNEL_STATUS);
        if (!inside) {
            access.requiring(Permission.MANAGE_CHANNELS);
        }
        set(channel.guild(), id, status == null || status.isEmpty() ? null : status);
    }

    /// Those of the guild, by channel.
    public Map<ChannelId, String> all() {
        return Map.copyOf(known);
    }

    private void forgetIfEmpty(GuildId guild, ChannelId channel) {
        if (known.containsKey(channel) && states.in(guild, channel).isEmpty()) {
            set(guild, channel, null);
        }
    }

    private void set(GuildId guild, ChannelId channel, @Nullable String status) {
        var before = status == null ? known.remove(channel) : known.put(channel, status);
        if (before != null || status != null) {
            bus.publish(new VoiceEvent.StatusSet(guild, channel, status));
        }
    }
}
