package chat.parley.voice;

import chat.parley.account.Caller;
import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.channel.View;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Who speaks on a stage and who asks to.
public final class Podium {
    private final VoiceStates states;
    private final Users users;
    private final Clock clock;

    public Podium(VoiceStates states, Users users, Clock clock) {
        this.states = states;
        this.users = users;
        this.clock = clock;
    }

    /// What is to become of somebody on a stage; what is absent stays.
    ///
    /// @param asks whether `requestedAt` says something
    public record Order(
            @Nullable ChannelId channel,
            @Nullable Boolean suppress,
            boolean asks,
            @Nullable Instant requestedAt) {}

    /// @throws chat.parley.base.refusal.Refused with `Unknown` when they are not in the channel, with `Forbidden` when
    ///     the caller may neither let people speak nor do this for themselves
    public void give(Caller caller, GuildId guild, UserId user, Order order) {
        states.write(guild, view -> {
            var before = states.of(guild, user);
            if (before == null || (order.channel() != null && !order.channel().equals(before.channel()))) {
                throw Refusal.unknown(Thing.VOICE_STATE);
            }
            var channel = view.channel(before.channel());
            if (channel == null || channel.kind() != Channel.Kind.STAGE) {
                throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
            }
            require(view, caller, before, order);
            var after = before;
            if (order.suppress() != null) {
                after = after.suppressed(order.suppress()).asking(invitation(caller, before, order.suppress()));
            }
            if (order.asks()) {
                after = after.asking(order.requestedAt());
            }
            states.become(before, after);
            return true;
        });
    }

    /// Who did not ask to speak is asked whether they want to; a bot, whose sound is never an open microphone,
    /// speaks at once.
    private @Nullable Instant invitation(Caller caller, VoiceState before, boolean suppress) {
        boolean unasked = !caller.id().equals(before.user()) && before.suppressed() && before.requestedAt() == null;
        boolean person = users.one(before.user()).kind() != User.Kind.BOT;
        return !suppress && unasked && person ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : null;
    }

    private static void require(View view, Caller caller, VoiceState state, Order order) {
        long bits = view.permissions(caller.id(), state.channel());
        boolean self = caller.id().equals(state.user());
        boolean lets = Boolean.FALSE.equals(order.suppress()) && !(self && state.invited());
        if ((lets || !self) && !Permission.MUTE_MEMBERS.in(bits)) {
            throw Refusal.forbidden(Permission.MUTE_MEMBERS.name());
        }
        if (order.requestedAt() != null && !Permission.REQUEST_TO_SPEAK.in(bits)) {
            throw Refusal.forbidden(Permission.REQUEST_TO_SPEAK.name());
        }
    }
}
