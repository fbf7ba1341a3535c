package chat.parley.edge.discord.rest.channel;

import chat.parley.audit.AuditEntry;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.channel.Channels;
import chat.parley.channel.Viewers;
import chat.parley.channel.event.ScheduledEvents;
import chat.parley.edge.discord.rest.moderation.AuditTargets;
import chat.parley.edge.discord.shape.thread.ScheduledEventShape;
import chat.parley.edge.discord.shape.thread.ThreadShape;
import chat.parley.edge.discord.shape.thread.ThreadShapes;
import chat.parley.guild.deed.DeedKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the audit log names of channels: threads and planned events.
public final class ChannelTargets {
    private static final Set<DeedKind> OF_THREADS =
            Set.of(DeedKind.THREAD_CREATE, DeedKind.THREAD_UPDATE, DeedKind.THREAD_DELETE);
    private static final Set<DeedKind> OF_EVENTS = Set.of(
            DeedKind.GUILD_SCHEDULED_EVENT_CREATE,
            DeedKind.GUILD_SCHEDULED_EVENT_UPDATE,
            DeedKind.GUILD_SCHEDULED_EVENT_DELETE);

    private final Channels channels;
    private final Viewers viewers;
    private final ThreadShapes threads;
    private final ScheduledEvents events;

    public ChannelTargets(Channels channels, Viewers viewers, ThreadShapes threads, ScheduledEvents events) {
        this.channels = channels;
        this.viewers = viewers;
        this.threads = threads;
        this.events = events;
    }

    public Map<String, AuditTargets> all() {
        return Map.of("threads", this::threads, "guild_scheduled_events", this::events);
    }

    private List<ThreadShape> threads(GuildId guild, List<AuditEntry> entries) {
        var ids = AuditTargets.named(entries, OF_THREADS).stream()
                .map(it -> new ChannelId(it.value()))
                .toList();
        var found = channels.threads(guild, ids);
        var view = viewers.of(guild);
        return found.stream().map(it -> threads.of(it, view)).toList();
    }

    private List<ScheduledEventShape> events(GuildId guild, List<AuditEntry> entries) {
        var found = events.named(guild, AuditTargets.named(entries, OF_EVENTS));
        return found.stream().map(it -> ScheduledEventShape.of(it, null)).toList();
    }
}
