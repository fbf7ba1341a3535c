package chat.parley.voice.stage;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.ChannelEvent;
import chat.parley.channel.Channels;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Guilds;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.permission.Permission;
import chat.parley.voice.VoiceEvent;
import chat.parley.voice.VoiceStates;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Stages go live and end. A stage ends by itself when the last one leaves it.
public final class Stages {
    private final ConcurrentHashMap<ChannelId, Stage> live = new ConcurrentHashMap<>();
    private final Guilds guilds;
    private final Channels channels;
    private final VoiceStates states;
    private final Snowflakes ids;
    private final Bus bus;

    public Stages(Guilds guilds, Channels channels, VoiceStates states, Snowflakes ids, Bus bus) {
        this.guilds = guilds;
        this.channels = channels;
        this.states = states;
        this.ids = ids;
        this.bus = bus;
        bus.subscribe(VoiceEvent.Changed.class, this::afterChange);
        bus.subscribe(ChannelEvent.Deleted.class, it -> close(it.channel().id()));
        bus.subscribe(GuildEvent.Deleted.class, it -> in(it.guild()).forEach(one -> close(one.channel())));
    }

    public List<Stage> in(GuildId guild) {
        return live.values().stream().filter(it -> it.guild().equals(guild)).toList();
    }

    public Stage one(Caller caller, ChannelId channel) {
        channels.seenBy(caller, channel);
        return required(channel);
    }

    public Stage open(Caller caller, ChannelId id, String topic, @Nullable EntityId event) {
        var channel = moderated(caller, id).channel();
        return guilds.write(channel.guild(), _ -> {
            if (live.containsKey(id)) {
                throw Refusal.unfit(Why.STAGE_ALREADY_OPEN);
            }
            var stage = new Stage(new EntityId(ids.next()), channel.guild(), id, topic, event);
            live.put(id, stage);
            bus.publish(new StageEvent.Created(stage));
            bus.publish(deed(caller, stage, DeedKind.STAGE_INSTANCE_CREATE));
            return stage;
        });
    }

    public Stage change(Caller caller, ChannelId id, @Nullable String topic) {
        var channel = moderated(caller, id).channel();
        return guilds.write(channel.guild(), _ -> {
            var before = required(id);
            if (topic == null || topic.equals(before.topic())) {
                return before;
            }
            var after = before.about(topic);
            live.put(id, after);
            bus.publish(new StageEvent.Updated(after));
            bus.publish(deed(caller, after, DeedKind.STAGE_INSTANCE_UPDATE)
                    .changing(Changes.between(before, after).tell("topic", Stage::topic)));
            return after;
        });
    }

    public void end(Caller caller, ChannelId id) {
        var channel = moderated(caller, id).channel();
        guilds.write(channel.guild(), _ -> {
            var stage = required(id);
            close(id);
            bus.publish(deed(caller, stage, DeedKind.STAGE_INSTANCE_DELETE));
            return true;
        });
    }

    private void afterChange(VoiceEvent.Changed change) {
        var before = change.before();
        if (before != null
                && change.departed()
                && live.containsKey(before.channel())
                && states.in(change.guild(), before.channel()).isEmpty()) {
            close(before.channel());
        }
    }

    private void close(ChannelId channel) {
        var stage = live.remove(channel);
        if (stage != null) {
            bus.publish(new StageEvent.Deleted(stage));
        }
    }

    /// Moderators of a stage are those who manage the channel, mute and move.
    private ChannelAccess moderated(Caller caller, ChannelId id) {
        var access = channels.seenBy(caller, id);
        if (access.channel().kind() != Channel.Kind.STAGE) {
            throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        }
        return access.requiring(Permission.MANAGE_CHANNELS, Permission.MUTE_MEMBERS, Permission.MOVE_MEMBERS);
    }

    private Stage required(ChannelId channel) {
        var stage = live.get(channel);
        if (stage == null) {
            throw Refusal.unknown(Thing.STAGE);
        }
        return stage;
    }

    private static Deed deed(Caller caller, Stage stage, DeedKind kind) {
        return Deed.of(caller, stage.guild(), kind, stage.id()).with("channel_id", stage.channel());
    }
}
