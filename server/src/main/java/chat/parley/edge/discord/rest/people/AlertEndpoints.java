package chat.parley.edge.discord.rest.people;

import chat.parley.account.alert.Alerts;
import chat.parley.account.alert.GuildAlerts;
import chat.parley.account.alert.GuildAlerts.Alert;
import chat.parley.account.alert.GuildAlerts.ChannelAlert;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Id;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.people.AlertsShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When people want to be told of what happens in a guild. What a change leaves out stays.
public final class AlertEndpoints {
    private static final int TIME_MAX_CHARS = 40;

    private final Alerts alerts;

    public AlertEndpoints(Alerts alerts) {
        this.alerts = alerts;
    }

    Reply change(Request request) {
        String text = request.path("guild");
        return Reply.json(changed(request, guild(text), Body.of(request)));
    }

    /// `{guilds: {id: settings}}`.
    Reply changeMany(Request request) {
        var body = Body.of(request);
        var guilds = body.object("guilds");
        body.check();
        var shapes = new ArrayList<AlertsShape>();
        if (guilds != null) {
            var names = new ArrayList<String>();
            guilds.tree().propertyNames().forEach(names::add);
            if (names.size() > Limits.GUILDS_PER_USER_MAX) {
                throw Refusal.length("guilds", 0, Limits.GUILDS_PER_USER_MAX);
            }
            for (var name : names) {
                var one = guilds.object(name);
                body.check();
                if (one != null) {
                    shapes.add(changed(request, guild(name), one));
                }
            }
        }
        return Reply.json(shapes);
    }

    private AlertsShape changed(Request request, GuildId guild, Body body) {
        var overrides = body.object("channel_overrides");
        var ids = overrides == null ? List.<String>of() : names(overrides);
        return AlertsShape.of(alerts.change(request.caller(), guild, before -> {
            var after = new GuildAlerts(
                    guild,
                    alert(body, before.own()),
                    body.flag("suppress_everyone", before.suppressEveryone()),
                    body.flag("suppress_roles", before.suppressRoles()),
                    body.flag("hide_muted_channels", before.hideMuted()),
                    body.flag("mobile_push", before.mobilePush()),
                    overrides == null ? before.channels() : channels(before.channels(), overrides, ids));
            body.check();
            return after;
        }));
    }

    private static List<ChannelAlert> channels(List<ChannelAlert> before, Body overrides, List<String> ids) {
        Map<Long, ChannelAlert> all = new LinkedHashMap<>();
        before.forEach(it -> all.put(it.channel().value(), it));
        for (var id : ids) {
            var body = overrides.object(id);
            long channel = Id.parse(id);
            if (body != null) {
                var known = all.getOrDefault(channel, new ChannelAlert(new ChannelId(channel), Alert.INHERITED, false));
                all.put(
                        channel,
                        new ChannelAlert(
                                new ChannelId(channel),
                                alert(body, known.alert()),
                                body.flag("collapsed", known.collapsed())));
            }
        }
        all.values().removeIf(it -> it.alert().equals(Alert.INHERITED) && !it.collapsed());
        return List.copyOf(all.values());
    }

    private static Alert alert(Body body, Alert before) {
        var level = body.number("message_notifications", GuildAlerts.ALL, GuildAlerts.INHERIT);
        var muted = body.flag("muted", before.muted());
        var config = body.object("mute_config");
        boolean told = body.has("mute_config") || body.has("muted");
        return new Alert(
                level == null ? before.level() : level,
                muted,
                told ? (muted && config != null ? end(config) : null) : before.mutedUntil(),
                told ? (muted && config != null ? window(config) : null) : before.windowS());
    }

    private static @Nullable Integer window(Body config) {
        return config.number("selected_time_window", -1, Integer.MAX_VALUE);
    }

    private static @Nullable Instant end(Body config) {
        String text = config.text("end_time", 0, TIME_MAX_CHARS);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            config.wrong("end_time", "DATE_TIME_TYPE_PARSE", "Could not parse as ISO 8601 with offset.");
            return null;
        }
    }

    private static List<String> names(Body body) {
        var names = new ArrayList<String>();
        body.tree().propertyNames().forEach(names::add);
        if (names.size() > Limits.CHANNELS_PER_GUILD_MAX) {
            throw new Refused(new Refusal.Malformed("Too many channels."));
        }
        return names;
    }

    private static GuildId guild(String text) {
        return text.equals("@me") || text.equals("0") ? GuildAlerts.CONVERSATIONS : GuildId.of(text);
    }
}
