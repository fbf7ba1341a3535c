package chat.parley.edge.discord.gateway.event;

import chat.parley.account.Users;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.channel.View;
import chat.parley.channel.event.ScheduledEvents;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.ChannelShape;
import chat.parley.edge.discord.shape.GuildShape;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.discord.shape.PresenceShape;
import chat.parley.edge.discord.shape.file.SoundShape;
import chat.parley.edge.discord.shape.thread.ScheduledEventShape;
import chat.parley.edge.discord.shape.thread.ThreadShapes;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Member;
import chat.parley.message.Messages;
import chat.parley.presence.Presences;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A guild as one session is shown it: GUILD_CREATE, which is also what READY lists for people. Channels that
/// the user may not see are not in it.
public final class GuildPicture {
    private final Users users;
    private final Messages messages;
    private final Presences presences;
    private final ThreadShapes threads;
    private final ScheduledEvents events;
    private final VoiceWords voices;

    public GuildPicture(
            Users users,
            Messages messages,
            Presences presences,
            ThreadShapes threads,
            ScheduledEvents events,
            Voices voices) {
        this.users = users;
        this.messages = messages;
        this.presences = presences;
        this.threads = threads;
        this.events = events;
        this.voices = new VoiceWords(voices, users);
    }

    VoiceWords voices() {
        return voices;
    }

    /// @param shown the members in it
    public record Drawn(ObjectNode shape, List<UserId> shown) {
        public Dispatch asEvent() {
            return Dispatch.solicited("GUILD_CREATE", shape);
        }
    }

    public Drawn of(Session session, View view) {
        var guild = view.guild();
        var self = session.caller().id();
        var members = members(session, guild);
        var ids = members.stream().map(Member::user).toList();
        var shape = GuildShape.of(guild);
        var own = guild.member(self);
        shape.put("joined_at", own == null ? null : own.joinedAt().toString());
        shape.put("large", guild.members().size() > session.largeThreshold());
        shape.put("unavailable", false);
        shape.put("member_count", guild.members().size());
        var sounds = shape.putArray("soundboard_sounds");
        SoundShape.of(guild.id(), guild.expressions().sounds()).forEach(sounds::addPOJO);
        voices.picture(shape, view, self);
        var list = shape.putArray("members");
        MemberShape.of(members, users.all(ids)).forEach(list::addPOJO);
        channels(shape, view, self);
        var planned = shape.putArray("guild_scheduled_events");
        events.visibleTo(self, view).forEach(it -> planned.addPOJO(ScheduledEventShape.of(it, null)));
        var active = shape.putArray("threads");
        threads.load(view);
        view.threadsVisibleTo(self).forEach(it -> active.addPOJO(threads.of(it, view, self)));
        var there = shape.putArray("presences");
        if (session.intents().include(Intents.GUILD_PRESENCES)) {
            presences.online(ids).forEach(it -> there.addPOJO(PresenceShape.of(it, guild.id())));
        }
        return new Drawn(shape, ids);
    }

    private void channels(ObjectNode shape, View view, UserId self) {
        var visible = view.visibleTo(self);
        var list = shape.putArray("channels");
        visible.forEach(it -> list.addPOJO(ChannelShape.of(it, messages.end(it.id()))));
    }

    /// Everybody in a small guild; in a large one the session's own member and those online, up to the
    /// threshold. A bot without the intent for presences gets itself alone, as at Discord, and asks for the
    /// others.
    private List<Member> members(Session session, GuildSnapshot guild) {
        int threshold = session.caller().bot() ? session.largeThreshold() : Limits.LARGE_GUILD_MEMBERS;
        var self = session.caller().id();
        boolean lists = !session.caller().bot() || session.intents().include(Intents.GUILD_PRESENCES);
        if (lists && guild.members().size() <= threshold) {
            return guild.members().page(0, threshold);
        }
        var shown = new ArrayList<Member>();
        guild.members().forEach(it -> {
            boolean online =
                    lists && shown.size() < threshold && presences.of(it.user()).online();
            if (online || it.user().equals(self)) {
                shown.add(it);
            }
        });
        return shown;
    }

    /// An empty object, to be filled.
    static ObjectNode blank() {
        return Json.mapper().createObjectNode();
    }
}
