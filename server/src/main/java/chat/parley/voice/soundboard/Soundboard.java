package chat.parley.voice.soundboard;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channels;
import chat.parley.guild.Expressions;
import chat.parley.guild.Guilds;
import chat.parley.permission.Permission;
import chat.parley.voice.VoiceState;
import chat.parley.voice.VoiceStates;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Playing sounds.
public final class Soundboard {
    private final VoiceStates states;
    private final Channels channels;
    private final Guilds guilds;
    private final Bus bus;

    public Soundboard(VoiceStates states, Channels channels, Guilds guilds, Bus bus) {
        this.states = states;
        this.channels = channels;
        this.guilds = guilds;
        this.bus = bus;
    }

    /// @param source the guild whose sound it is; absent for the channel's own, or a standard one
    /// @throws chat.parley.base.refusal.Refused with `Forbidden` without the rights, with `Unfit` when the
    ///     caller is not in the channel or not heard there, with `Unknown` when there is no such sound in a
    ///     guild of theirs
    public void play(Caller caller, ChannelId id, EntityId sound, @Nullable GuildId source) {
        var access = channels.seenBy(caller, id).requiring(Permission.SPEAK, Permission.USE_SOUNDBOARD);
        var guild = access.channel().guild();
        var state = states.of(guild, caller.id());
        if (state == null || !state.channel().equals(id)) {
            throw Refusal.unfit(Why.NOT_IN_VOICE);
        }
        if (!heard(state)) {
            throw Refusal.forbidden(Permission.SPEAK.name());
        }
        double volume;
        var standard = DefaultSounds.find(sound);
        if (standard != null) {
            volume = DefaultSounds.VOLUME;
        } else {
            if (source != null && !source.equals(guild)) {
                access.requiring(Permission.USE_EXTERNAL_SOUNDS);
            }
            volume = known(caller, source == null ? guild : source, sound).volume();
        }
        var listeners = states.in(guild, id).stream().map(VoiceState::user).collect(Collectors.toSet());
        bus.publish(new SoundEvent(guild, id, caller.id(), listeners, sound, volume));
    }

    /// As at Discord: whoever cannot be heard, or does not hear, plays no sounds.
    private static boolean heard(VoiceState state) {
        return !state.suppressed() && !state.invited() && !state.sanction().mute() && state.hears();
    }

    private Expressions.Sound known(Caller caller, GuildId guild, EntityId id) {
        var sound = guilds.of(caller, guild).snapshot().expressions().sound(id);
        if (sound == null) {
            throw Refusal.unknown(Thing.SOUND);
        }
        return sound;
    }
}
