package chat.parley.edge.discord.rest.voice;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.channel.Channels;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.discord.shape.voice.VoiceStateShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.Guilds;
import chat.parley.voice.Podium;
import chat.parley.voice.Statuses;
import chat.parley.voice.VoiceStates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Where members are in voice channels.
public final class VoiceStateEndpoints {
    private static final int STATUS_MAX_CHARS = 500;

    private final VoiceStates states;
    private final Podium podium;
    private final Statuses statuses;
    private final Guilds guilds;
    private final Channels channels;
    private final Users users;

    public VoiceStateEndpoints(
            VoiceStates states, Podium podium, Statuses statuses, Guilds guilds, Channels channels, Users users) {
        this.states = states;
        this.podium = podium;
        this.statuses = statuses;
        this.guilds = guilds;
        this.channels = channels;
        this.users = users;
    }

    Reply mine(Request request) {
        return shown(request, request.caller().id());
    }

    Reply one(Request request) {
        return shown(request, user(request));
    }

    Reply changeMine(Request request) {
        return changed(request, request.caller().id());
    }

    Reply change(Request request) {
        return changed(request, user(request));
    }

    Reply status(Request request) {
        var body = Body.of(request);
        String status = body.text("status", 0, STATUS_MAX_CHARS);
        body.check();
        statuses.write(request.caller(), ChannelId.of(request.path("channel")), status);
        return Reply.none();
    }

    private Reply changed(Request request, UserId user) {
        var body = Body.of(request);
        var channel = body.id("channel_id");
        var order = new Podium.Order(
                channel == null ? null : new ChannelId(channel),
                body.flag("suppress"),
                body.has("request_to_speak_timestamp"),
                time(body));
        body.check();
        guilds.of(request.caller(), guild(request));
        podium.give(request.caller(), guild(request), user, order);
        return Reply.none();
    }

    private Reply shown(Request request, UserId user) {
        var snapshot = guilds.of(request.caller(), guild(request)).snapshot();
        var state = states.of(guild(request), user);
        var member = snapshot.member(user);
        if (state == null || member == null) {
            throw Refusal.unknown(Thing.VOICE_STATE);
        }
        if (!user.equals(request.caller().id())) {
            channels.seenBy(request.caller(), state.channel());
        }
        return Reply.json(VoiceStateShape.of(state, MemberShape.of(member, users.one(user))));
    }

    private static @Nullable Instant time(Body body) {
        String text = body.text("request_to_speak_timestamp", 0, 64);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            body.wrong("request_to_speak_timestamp", "DATE_TIME_TYPE_PARSE", "Should be ISO8601.");
            return null;
        }
    }

    private static GuildId guild(Request request) {
        return GuildId.of(request.path("guild"));
    }

    private static UserId user(Request request) {
        return UserId.of(request.path("user"));
    }
}
