package chat.parley.moderation.raid;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.GuildId;
import chat.parley.base.json.Json;
import chat.parley.base.work.Chores;
import chat.parley.channel.Channels;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Guilds;
import chat.parley.message.AllowedMentions;
import chat.parley.message.Draft;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.Messages;
import chat.parley.message.rich.Embeds;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// Counts who joins each guild within a minute, where the guild wants it, and pauses invites when it is a raid.
public final class RaidWatch implements AutoCloseable {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofHours(1);

    /// When the last ones joined; changed only under the guild's lock, under which the events are published.
    private final ConcurrentHashMap<GuildId, ArrayDeque<Long>> joins = new ConcurrentHashMap<>();
    private final Guilds guilds;
    private final Channels channels;
    private final Messages messages;
    private final Clock clock;
    private final Chores chores = new Chores("raid-watch");

    public RaidWatch(Guilds guilds, Channels channels, Messages messages, Bus bus, Clock clock) {
        this.guilds = guilds;
        this.channels = channels;
        this.messages = messages;
        this.clock = clock;
        bus.subscribe(GuildEvent.MemberJoined.class, it -> joined(it.guild()));
        bus.subscribe(GuildEvent.Deleted.class, it -> joins.remove(it.guild()));
    }

    @Override
    public void close() {
        chores.close();
    }

    private void joined(GuildId id) {
        var guild = guilds.find(id);
        if (guild == null) {
            return;
        }
        var safety = guild.guild().settings().safety();
        if (safety.raidJoins() == 0) {
            joins.remove(id);
            return;
        }
        long now = clock.millis();
        var times = joins.computeIfAbsent(id, _ -> new ArrayDeque<>());
        times.addLast(now);
        while (times.size() > safety.raidJoins() || times.getFirst() <= now - WINDOW.toMillis()) {
            times.removeFirst();
        }
        if (times.size() >= safety.raidJoins() && !safety.invitesPaused(clock.instant())) {
            times.clear();
            chores.add(() -> pause(id));
        }
    }

    private void pause(GuildId id) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        guilds.write(id, writing -> {
            var guild = writing.now().guild();
            var safety = guild.settings().safety();
            writing.change(guild.with(
                    safety.pausing(now.plus(PAUSE), safety.dmsPausedUntil()).raided(now)));
            return true;
        });
        alert(id);
    }

    private void alert(GuildId id) {
        var guild = guilds.snapshot(id);
        var settings = guild.guild().settings();
        var place = settings.safety().alerts();
        var channel = place == null ? null : channels.find(place);
        if (channel == null) {
            return;
        }
        var embed = Json.mapper().createObjectNode();
        embed.put("type", "auto_moderation_notification");
        var field = embed.putArray("fields").addObject();
        field.put("name", "notification_type");
        field.put("value", "raid");
        field.put("inline", false);
        var draft = new Draft("", null, null, AllowedMentions.ALL, 0, Extras.NONE.with(new Embeds(List.of(embed))));
        messages.relay().post(channel, guild, guild.guild().owner(), Message.AUTO_MODERATION_ACTION, draft);
    }
}
