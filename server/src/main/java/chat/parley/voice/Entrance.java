package chat.parley.voice;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.Channel;
import chat.parley.channel.View;
import chat.parley.permission.Permission;
import org.jspecify.annotations.Nullable;

/// Who may be in a voice channel, and what they may do in it. Pure: asked when somebody comes, and again for everybody
/// inside whenever rights may have changed.
final class Entrance {
    private Entrance() {}

    /// @throws Refused when the channel is none to talk in, or they may not see or enter it
    static Channel open(View view, VoiceState wanted) {
        var channel = view.channel(wanted.channel());
        if (channel == null || view.guild().member(wanted.user()) == null) {
            throw Refusal.unknown(Thing.CHANNEL);
        }
        if (!talks(channel)) {
            throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        }
        long bits = view.permissions(wanted.user(), wanted.channel());
        if (!Permission.VIEW_CHANNEL.in(bits)) {
            throw new Refused(new Refusal.NoAccess());
        }
        if (!Permission.CONNECT.in(bits)) {
            throw Refusal.forbidden(Permission.CONNECT.name());
        }
        return channel;
    }

    /// @param present how many are inside
    /// @throws Refused with `Full`; those who may move members find room always
    static void requireRoom(View view, VoiceState wanted, int present) {
        var channel = view.channel(wanted.channel());
        int limit = channel == null ? 0 : channel.details().userLimit();
        boolean moves = Permission.MOVE_MEMBERS.in(view.permissions(wanted.user(), wanted.channel()));
        if (limit > 0 && present >= limit && !moves) {
            throw new Refused(new Refusal.Full(Thing.VOICE_PLACE, limit));
        }
    }

    /// The state as rights allow it now; absent when they may not stay.
    static @Nullable VoiceState allowed(View view, VoiceState state) {
        var channel = view.channel(state.channel());
        long bits = view.permissions(state.user(), state.channel());
        if (channel == null || !Permission.VIEW_CHANNEL.in(bits) || !Permission.CONNECT.in(bits)) {
            return null;
        }
        var self = Permission.STREAM.in(bits) ? state.self() : state.self().silent();
        var say = new VoiceState.Say(
                suppressed(view, channel, state, bits), state.requestedAt(), Permission.PRIORITY_SPEAKER.in(bits));
        return state.with(self).with(say);
    }

    private static boolean suppressed(View view, Channel channel, VoiceState state, long bits) {
        if (channel.kind() == Channel.Kind.STAGE) {
            return state.suppressed();
        }
        boolean absent = channel.id().equals(view.guild().guild().settings().afkChannel());
        return absent || !Permission.SPEAK.in(bits);
    }

    static boolean talks(Channel channel) {
        return channel.kind().row() == Channel.Kind.Row.SPOKEN || channel.kind().isPrivate();
    }
}
