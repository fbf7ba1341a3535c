package chat.parley.edge.discord.gateway.event;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.channel.View;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.discord.shape.voice.CallShape;
import chat.parley.edge.discord.shape.voice.StageShape;
import chat.parley.edge.discord.shape.voice.VoiceStateShape;
import chat.parley.voice.VoiceEvent;
import chat.parley.voice.VoiceState;
import chat.parley.voice.call.Call;
import chat.parley.voice.call.CallEvent;
import chat.parley.voice.soundboard.SoundEvent;
import chat.parley.voice.stage.StageEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Who talks where. Others hear of it while they see the channel; oneself always does, because a client that
/// was put out of a channel must know.
public final class VoiceWords {
    private final Voices voices;
    private final Users users;

    public VoiceWords(Voices voices, Users users) {
        this.voices = voices;
        this.users = users;
    }

    List<Delivery> of(VoiceEvent event, View view) {
        return switch (event) {
            case VoiceEvent.Changed it -> view.guild().isPrivate() ? inCall(it) : inGuild(it, view);
            case VoiceEvent.Summoned(var state, var token) -> List.of(summons(state, token));
            case VoiceEvent.StatusSet(var guild, var channel, var status) -> {
                var d = new HashMap<String, @Nullable Object>();
                d.put("id", channel);
                d.put("guild_id", guild);
                d.put("status", status == null ? "" : status);
                yield List.of(Delivery.of(guild, new Audience.Seeing(channel), "VOICE_CHANNEL_STATUS_UPDATE", d));
            }
        };
    }

    List<Delivery> of(StageEvent event) {
        String type = switch (event) {
            case StageEvent.Created _ -> "STAGE_INSTANCE_CREATE";
            case StageEvent.Updated _ -> "STAGE_INSTANCE_UPDATE";
            case StageEvent.Deleted _ -> "STAGE_INSTANCE_DELETE";
        };
        var stage = event.stage();
        return List.of(Delivery.of(event.guild(), new Audience.Seeing(stage.channel()), type, StageShape.of(stage)));
    }

    /// Only those in the channel hear it.
    List<Delivery> of(SoundEvent event) {
        var d = new HashMap<String, Object>();
        d.put("guild_id", event.guild());
        d.put("channel_id", event.channel());
        d.put("user_id", event.user());
        d.put("sound_id", event.sound());
        d.put("sound_volume", event.volume());
        var dispatch = Dispatch.of("VOICE_CHANNEL_EFFECT_SEND", d);
        return event.listeners().stream()
                .map(it -> said(event.guild(), new Audience.SeeingSelf(event.channel(), it), dispatch))
                .toList();
    }

    List<Delivery> of(CallEvent event) {
        var call = event.call();
        var all = new Audience.Members();
        return switch (event) {
            case CallEvent.Began _ -> List.of(told(call.conversation(), all, began(call)));
            case CallEvent.Changed _ -> List.of(told(call.conversation(), all, changed(call)));
            case CallEvent.Ended _ -> {
                var ended =
                        GuildPicture.blank().put("channel_id", call.channel().text());
                yield List.of(told(call.conversation(), all, Dispatch.of("CALL_DELETE", ended)));
            }
        };
    }

    /// A call of which a client asks, or which it finds when it comes.
    public Dispatch began(Call call) {
        return Dispatch.of("CALL_CREATE", CallShape.of(call, voices.states().in(call.conversation())));
    }

    /// The calls that somebody finds when they come.
    List<Dispatch> ongoing(UserId user) {
        return voices.calls().of(user).stream().map(this::began).toList();
    }

    /// Who is in a channel that has come into sight.
    List<Dispatch> inside(ChannelId channel, View view) {
        return voices.states().in(view.guild().id(), channel).stream()
                .map(it -> update(VoiceStateShape.of(it, member(view, it.user()))))
                .toList();
    }

    /// What GUILD_CREATE tells.
    void picture(ObjectNode shape, View view, UserId reader) {
        var states = shape.putArray("voice_states");
        voices.states().in(view.guild().id()).stream()
                .filter(it -> view.canView(reader, it.channel()))
                .forEach(it -> states.addPOJO(VoiceStateShape.of(it, null)));
        var stages = shape.putArray("stage_instances");
        voices.stages().in(view.guild().id()).stream()
                .filter(it -> view.canView(reader, it.channel()))
                .forEach(it -> stages.addPOJO(StageShape.of(it)));
    }

    private List<Delivery> inCall(VoiceEvent.Changed change) {
        var state = change.either();
        var shape = change.after() == null ? VoiceStateShape.gone(state, null) : VoiceStateShape.of(state, null);
        return List.of(told(change.guild(), new Audience.Members(), update(shape)));
    }

    private List<Delivery> inGuild(VoiceEvent.Changed change, View view) {
        var state = change.either();
        var member = member(view, state.user());
        if (member == null) {
            // Whoever left the guild left its channels too; clients know.
            return List.of();
        }
        var guild = change.guild();
        var after = change.after();
        var gone = update(VoiceStateShape.gone(state, member));
        var deliveries = new ArrayList<Delivery>();
        if (after == null) {
            deliveries.add(said(guild, among(view, state), gone));
            deliveries.add(said(guild, new Audience.Self(state.user()), gone));
            return deliveries;
        }
        var there = update(VoiceStateShape.of(after, member));
        var before = change.before();
        if (before != null && !before.channel().equals(after.channel())) {
            deliveries.add(
                    said(guild, new Audience.SeeingFirst(before.channel(), after.channel(), state.user()), gone));
        }
        deliveries.add(said(guild, new Audience.SeeingOthers(after.channel(), state.user()), there));
        deliveries.add(said(guild, new Audience.Self(state.user()), there));
        return deliveries;
    }

    /// Of a channel that is no more, whoever knew of it hears.
    private static Audience among(View view, VoiceState left) {
        return view.channel(left.channel()) == null
                ? new Audience.Others(left.user())
                : new Audience.SeeingOthers(left.channel(), left.user());
    }

    private static Delivery summons(VoiceState state, String token) {
        return new Delivery(
                state.guild(),
                new Audience.Device(state.user(), state.session()),
                Intents.NONE,
                Wording.own(session -> {
                    var d = GuildPicture.blank().put("token", token);
                    if (state.isCall()) {
                        d.putNull("guild_id").put("channel_id", state.channel().text());
                    } else {
                        d.put("guild_id", state.guild().text());
                    }
                    return Dispatch.of("VOICE_SERVER_UPDATE", d.put("endpoint", session.host() + "/voice"));
                }));
    }

    private Dispatch changed(Call call) {
        return Dispatch.of("CALL_UPDATE", CallShape.of(call, List.of()));
    }

    private static Delivery said(GuildId guild, Audience audience, Dispatch dispatch) {
        return new Delivery(guild, audience, Intents.GUILD_VOICE_STATES, Wording.same(dispatch));
    }

    private static Delivery told(GuildId conversation, Audience audience, Dispatch dispatch) {
        return new Delivery(conversation, audience, Intents.PEOPLE, Wording.same(dispatch));
    }

    private static Dispatch update(VoiceStateShape shape) {
        return Dispatch.of("VOICE_STATE_UPDATE", shape);
    }

    private @Nullable MemberShape member(View view, UserId user) {
        var member = view.guild().member(user);
        return member == null
                ? null
                : users.find(user).map(it -> MemberShape.of(member, it)).orElse(null);
    }
}
