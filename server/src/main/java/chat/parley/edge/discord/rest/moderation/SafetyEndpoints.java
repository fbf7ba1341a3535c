package chat.parley.edge.discord.rest.moderation;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.GuildShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.GuildSettings;
import chat.parley.guild.Guilds;
import chat.parley.guild.Safety;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a guild protects itself: what is paused, what counts as a raid, whether edits are kept.
public final class SafetyEndpoints {
    private static final Duration PAUSE_MAX = Duration.ofHours(24);

    private final Guilds guilds;
    private final GuildSettings settings;
    private final Clock clock;

    public SafetyEndpoints(Guilds guilds, GuildSettings settings, Clock clock) {
        this.guilds = guilds;
        this.settings = settings;
        this.clock = clock;
    }

    /// What is `null` goes on again.
    public Reply pause(Request request) {
        var body = Body.of(request);
        var changed = settings.edit(request.caller(), guild(request), guild -> {
            var safety = guild.settings().safety();
            var invites = until(body, "invites_disabled_until", safety.invitesPausedUntil());
            var dms = until(body, "dms_disabled_until", safety.dmsPausedUntil());
            body.check();
            return guild.with(safety.pausing(invites, dms));
        });
        var safety = changed.guild().settings().safety();
        var answer = GuildShape.incidents(safety);
        if (answer.isNull()) {
            var nothing = new LinkedHashMap<String, @Nullable Object>();
            nothing.put("invites_disabled_until", null);
            nothing.put("dms_disabled_until", null);
            return Reply.json(nothing);
        }
        return Reply.json(answer);
    }

    public Reply read(Request request) {
        var access = guilds.of(request.caller(), guild(request)).requiring(Permission.MANAGE_GUILD);
        return Reply.json(shape(access.guild().settings().safety()));
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        var changed = settings.edit(request.caller(), guild(request), guild -> {
            var safety = guild.settings().safety();
            var joins = body.number("raid_joins_per_minute", 0, Limits.RAID_JOINS_MAX);
            var after = safety.keepingEdits(body.flag("edit_history", safety.keepsEdits()))
                    .raidAfter(joins == null ? safety.raidJoins() : joins)
                    .alerting(channel(body, safety.alerts()));
            body.check();
            return guild.with(after);
        });
        return Reply.json(shape(changed.guild().settings().safety()));
    }

    private static Map<String, @Nullable Object> shape(Safety safety) {
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("edit_history", safety.keepsEdits());
        shape.put("raid_joins_per_minute", safety.raidJoins());
        shape.put("safety_alerts_channel_id", safety.alerts());
        shape.put("incidents_data", GuildShape.incidents(safety));
        return shape;
    }

    private static @Nullable ChannelId channel(Body body, @Nullable ChannelId now) {
        if (!body.has("safety_alerts_channel_id")) {
            return now;
        }
        var id = body.id("safety_alerts_channel_id");
        return id == null ? null : new ChannelId(id);
    }

    private @Nullable Instant until(Body body, String field, @Nullable Instant now) {
        if (!body.has(field)) {
            return now;
        }
        String text = body.text(field, 1, 64);
        if (text == null) {
            return null;
        }
        try {
            var time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (time.isAfter(clock.instant().plus(PAUSE_MAX))) {
                body.wrong(field, "DATE_TIME_TYPE_MAX", "A pause lasts at most 24 hours.");
            }
            return time;
        } catch (DateTimeException notATime) {
            body.wrong(field, "DATE_TIME_TYPE_PARSE", "Could not parse " + text + ". Should be ISO8601.");
            return null;
        }
    }

    private static GuildId guild(Request request) {
        return GuildId.of(request.path("guild"));
    }
}
