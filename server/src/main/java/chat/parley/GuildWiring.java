package chat.parley;

import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channels;
import chat.parley.channel.Furnishing;
import chat.parley.channel.Layout;
import chat.parley.channel.Overwrites;
import chat.parley.channel.PrivateRooms;
import chat.parley.channel.Rearranging;
import chat.parley.channel.Viewers;
import chat.parley.channel.event.ScheduledEvents;
import chat.parley.channel.invite.Invites;
import chat.parley.channel.invite.VanityCodes;
import chat.parley.channel.thread.ThreadMembers;
import chat.parley.channel.thread.Threads;
import chat.parley.conversation.Conversations;
import chat.parley.conversation.Groups;
import chat.parley.edge.discord.rest.BanEndpoints;
import chat.parley.edge.discord.rest.ConversationEndpoints;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.MemberEndpoints;
import chat.parley.edge.discord.rest.RoleEndpoints;
import chat.parley.edge.discord.rest.Routes;
import chat.parley.edge.discord.rest.channel.ChannelEndpoints;
import chat.parley.edge.discord.rest.channel.ChannelRoutes;
import chat.parley.edge.discord.rest.channel.InviteEndpoints;
import chat.parley.edge.discord.rest.channel.PreviewEndpoints;
import chat.parley.edge.http.Route;
import chat.parley.file.portrait.Portraits;
import chat.parley.guild.Founding;
import chat.parley.guild.Gathering;
import chat.parley.guild.GuildSettings;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.guild.Standing;
import chat.parley.guild.member.Bans;
import chat.parley.guild.member.Members;
import chat.parley.guild.member.Membership;
import chat.parley.guild.role.Roles;
import chat.parley.reception.WelcomeScreens;
import chat.parley.voice.Steward;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// The part of [App] that wires guilds and channels.
final class GuildWiring {
    final Guilds guilds;
    final Channels channels;
    final Viewers viewers;
    final Membership membership;
    final Members members;
    final Invites invites;
    final VanityCodes vanities;
    final WelcomeScreens welcomes;
    final GuildSettings settings;
    final Conversations conversations;
    final Groups groups;
    final Threads threads;
    final ThreadMembers threadMembers;
    final ScheduledEvents events;
    final Founding founding;

    private final Furnishing premises;
    final Roles roles;

    private final Users users;
    private final Database database;
    private final Snowflakes ids;
    private final Clock clock;

    GuildWiring(Users users, PeopleWiring people, Database database, Bus bus, Snowflakes ids, Clock clock) {
        this.users = users;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        guilds = new Guilds(database, bus, clock);
        channels = new Channels(guilds, database, bus, clock);
        viewers = new Viewers(channels);
        premises = new Furnishing(channels, ids);
        settings = new GuildSettings(guilds, premises);
        founding = new Founding(guilds, premises, database, ids, clock);
        membership = new Membership(guilds, database, clock);
        members = new Members(guilds, users, database, clock);
        var gathering = new Gathering(guilds, database, ids, clock);
        var rooms = new PrivateRooms(channels, database);
        conversations =
                new Conversations(guilds, channels, users, gathering, rooms, people.reach(guilds), database, bus);
        groups = new Groups(conversations, guilds, gathering, rooms, bus);
        welcomes = new WelcomeScreens(guilds, channels, viewers, database);
        vanities = new VanityCodes(guilds, viewers, database);
        invites = new Invites(guilds, channels, membership, vanities, database, bus, clock);
        roles = new Roles(guilds, premises, database, ids);
        threads = new Threads(channels, new Standing(users, clock), clock);
        threadMembers = new ThreadMembers(channels, clock);
        events = new ScheduledEvents(guilds, viewers, database, ids, bus, clock);
    }

    /// @param portraits keeps the pictures of guilds and members
    /// @param messages deletes those of the banned, and knows what was said last
    /// @param online counts the members of a guild who are online
    /// @param steward moves and mutes members in voice channels
    List<Route> routes(
            Portraits portraits, MessageWiring messages, ToIntFunction<GuildSnapshot> online, Steward steward) {
        var bans = new Bans(guilds, messages.purges, database, clock);
        var layout = new Layout(channels, database, ids);
        var rearranging = new Rearranging(channels, database);
        var overwrites = new Overwrites(channels, database);

        var table = new ArrayList<Route>();
        table.addAll(Routes.guilds(
                new GuildEndpoints(guilds, founding, settings, membership, online, portraits),
                new RoleEndpoints(guilds, roles, portraits)));
        table.addAll(Routes.members(
                new MemberEndpoints(guilds, members, membership, users, portraits, steward),
                new BanEndpoints(bans, users)));
        var privately = new ConversationEndpoints(
                conversations, groups, guilds, channels, users, messages.messages::end, portraits);
        table.addAll(Routes.conversations(privately));
        table.addAll(ChannelRoutes.channels(
                new ChannelEndpoints(
                        guilds,
                        channels,
                        layout,
                        rearranging,
                        overwrites,
                        privately,
                        messages.messages::end,
                        threads,
                        messages.threadShapes),
                new InviteEndpoints(invites, guilds, channels, users, welcomes, online)));
        table.addAll(ChannelRoutes.previews(new PreviewEndpoints(guilds, online)));
        return table;
    }
}
