package chat.parley.voice;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.View;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.permission.Permission;
import chat.parley.voice.VoiceState.Sanction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What moderators do to those in voice channels.
public final class Steward {
    private final VoiceStates states;
    private final Bus bus;

    public Steward(VoiceStates states, Bus bus) {
        this.states = states;
        this.bus = bus;
    }

    /// What is to become of somebody; what is absent stays.
    ///
    /// @param moves whether they are to be elsewhere
    /// @param channel where; absent means nowhere
    public record Order(
            boolean moves,
            @Nullable ChannelId channel,
            @Nullable Boolean mute,
            @Nullable Boolean deaf) {
        public boolean empty() {
            return !moves && mute == null && deaf == null;
        }
    }

    /// @throws chat.parley.base.refusal.Refused with `Unfit` when they are in no voice channel, with `Forbidden` when
    ///     the caller lacks what the order needs where they are, or where they are to go
    public Sanction give(Caller caller, GuildId guild, UserId user, Order order) {
        return states.write(guild, view -> {
            var before = states.of(guild, user);
            if (before == null) {
                throw Refusal.unfit(Why.NOT_IN_VOICE);
            }
            require(view, caller, before.channel(), order);
            var sanction = new Sanction(
                    Objects.requireNonNullElse(order.mute(), before.sanction().mute()),
                    Objects.requireNonNullElse(order.deaf(), before.sanction().deaf()));
            if (!sanction.equals(before.sanction())) {
                states.sanction(before, sanction);
                note(caller, user, guild, before.sanction(), sanction);
            }
            if (order.moves()) {
                move(view, caller, Objects.requireNonNull(states.of(guild, user)), order.channel());
            }
            return sanction;
        });
    }

    private void move(View view, Caller caller, VoiceState state, @Nullable ChannelId to) {
        if (to == null) {
            states.become(state, null);
            bus.publish(Deed.of(caller, state.guild(), DeedKind.MEMBER_DISCONNECT, null)
                    .with("count", 1));
            return;
        }
        requireAll(view, caller, to, Permission.VIEW_CHANNEL, Permission.CONNECT, Permission.MOVE_MEMBERS);
        states.move(view, state, to);
        bus.publish(Deed.of(caller, state.guild(), DeedKind.MEMBER_MOVE, null)
                .with("channel_id", to)
                .with("count", 1));
    }

    private void note(Caller caller, UserId user, GuildId guild, Sanction before, Sanction after) {
        bus.publish(Deed.of(caller, guild, DeedKind.MEMBER_UPDATE, user)
                .changing(Changes.between(before, after)
                        .tell("mute", Sanction::mute)
                        .tell("deaf", Sanction::deaf)));
    }

    private static void require(View view, Caller caller, ChannelId where, Order order) {
        if (order.moves()) {
            requireAll(view, caller, where, Permission.MOVE_MEMBERS);
        }
        if (order.mute() != null) {
            requireAll(view, caller, where, Permission.MUTE_MEMBERS);
        }
        if (order.deaf() != null) {
            requireAll(view, caller, where, Permission.DEAFEN_MEMBERS);
        }
    }

    private static void requireAll(View view, Caller caller, ChannelId where, Permission... permissions) {
        long bits = view.permissions(caller.id(), where);
        for (var it : permissions) {
            if (!it.in(bits)) {
                throw Refusal.forbidden(it.name());
            }
        }
    }
}
