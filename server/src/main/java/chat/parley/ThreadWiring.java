package chat.parley;

import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database;
import chat.parley.channel.event.EventUpkeep;
import chat.parley.channel.thread.ThreadArchives;
import chat.parley.edge.discord.rest.channel.AnnouncementEndpoints;
import chat.parley.edge.discord.rest.channel.ChannelRoutes;
import chat.parley.edge.discord.rest.channel.ChannelTargets;
import chat.parley.edge.discord.rest.channel.PollEndpoints;
import chat.parley.edge.discord.rest.channel.PostEndpoints;
import chat.parley.edge.discord.rest.channel.ThreadEndpoints;
import chat.parley.edge.discord.rest.channel.ThreadMemberEndpoints;
import chat.parley.edge.discord.rest.moderation.AuditTargets;
import chat.parley.edge.discord.rest.schedule.InterestEndpoints;
import chat.parley.edge.discord.rest.schedule.ScheduleRoutes;
import chat.parley.edge.discord.rest.schedule.ScheduledEventEndpoints;
import chat.parley.edge.http.Route;
import chat.parley.message.announcement.Announcements;
import chat.parley.message.thread.ThreadCounts;
import chat.parley.message.thread.ThreadSearch;
import chat.parley.message.thread.ThreadStarts;
import chat.parley.message.thread.ThreadUpkeep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The part of [App] that wires threads, polls and announcements.
final class ThreadWiring implements AutoCloseable {
    private final GuildWiring guilds;
    private final MessageWiring messages;
    private final ThreadStarts starts;
    private final ThreadCounts counts;
    private final ThreadUpkeep upkeep;
    private final Announcements announcements;
    private final EventUpkeep events;

    ThreadWiring(GuildWiring guilds, MessageWiring messages, Database database, Bus bus, Snowflakes ids, Clock clock) {
        this.guilds = guilds;
        this.messages = messages;
        counts = messages.threadCounts;
        upkeep = new ThreadUpkeep(guilds.channels, guilds.threads, guilds.threadMembers, messages.messages, bus, clock);
        announcements =
                new Announcements(messages.messages, messages.ledger, guilds.channels, database, bus, ids, clock);
        events = new EventUpkeep(guilds.events, bus, clock);
        starts = new ThreadStarts(guilds.threads, guilds.channels, messages.messages, messages.ledger, ids);
    }

    void start() {
        counts.start();
        upkeep.start();
        events.start();
    }

    List<Route> routes(Users users, FileWiring files) {
        var archives = new ThreadArchives(guilds.guilds, guilds.channels);
        var table = new ArrayList<>(ChannelRoutes.threads(
                new ThreadEndpoints(
                        starts,
                        archives,
                        guilds.viewers,
                        guilds.channels,
                        files.filing,
                        messages.threadShapes,
                        messages.shapes),
                new ThreadMemberEndpoints(guilds.threadMembers, guilds.channels, users)));
        var search = new ThreadSearch(guilds.channels, messages.messages, messages.ledger);
        table.addAll(ChannelRoutes.posts(new PostEndpoints(search, messages.threadShapes, messages.shapes)));
        table.addAll(ChannelRoutes.announcements(new AnnouncementEndpoints(announcements, messages.shapes)));
        table.addAll(ScheduleRoutes.events(
                new ScheduledEventEndpoints(guilds.events, files.portraits),
                new InterestEndpoints(guilds.events, guilds.guilds, users)));
        table.addAll(ChannelRoutes.polls(new PollEndpoints(messages.polls, messages.shapes, users)));
        return table;
    }

    Map<String, AuditTargets> auditTargets() {
        return new ChannelTargets(guilds.channels, guilds.viewers, messages.threadShapes, guilds.events).all();
    }

    @Override
    public void close() {
        events.close();
        upkeep.close();
        announcements.close();
        counts.close();
    }
}
