package chat.parley.message;

import chat.parley.account.Caller;
import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.account.UserStore;
import chat.parley.account.Users;
import chat.parley.account.alert.Alerts;
import chat.parley.account.settings.SettingsStore;
import chat.parley.account.settings.UserSettings;
import chat.parley.base.bus.Event;
import chat.parley.base.bus.InProcessBus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelDraft;
import chat.parley.channel.Channels;
import chat.parley.channel.Furnishing;
import chat.parley.channel.Layout;
import chat.parley.channel.Overwrites;
import chat.parley.channel.PrivateRooms;
import chat.parley.channel.Viewers;
import chat.parley.channel.thread.Threads;
import chat.parley.conversation.Conversations;
import chat.parley.conversation.Reach;
import chat.parley.friend.Relations;
import chat.parley.guild.Founding;
import chat.parley.guild.Gathering;
import chat.parley.guild.Guilds;
import chat.parley.guild.Role;
import chat.parley.guild.Standing;
import chat.parley.guild.expression.ApplicationEmojis;
import chat.parley.guild.member.Members;
import chat.parley.guild.member.Membership;
import chat.parley.guild.role.Roles;
import chat.parley.message.oversight.Oversight;
import chat.parley.message.pin.Pins;
import chat.parley.message.reaction.Reactions;
import chat.parley.message.read.ReadStates;
import chat.parley.message.read.Typing;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// A guild with a text channel, its owner and two members, and everything about messages, on a real database.
public final class World implements AutoCloseable {
    public final TestDatabase postgres = TestDatabase.fresh();
    public final Database database = postgres.database();
    public final MovingClock clock = new MovingClock();
    public final InProcessBus bus = new InProcessBus();
    public final Snowflakes ids = new Snowflakes(clock, 1);
    public final Users users = new Users(new UserStore(database), ids, bus, clock);
    public final Guilds guilds = new Guilds(database, bus, clock);
    public final Channels channels = new Channels(guilds, database, bus, clock);
    public final Viewers viewers = new Viewers(channels);
    public final Membership membership = new Membership(guilds, database, clock);
    public final Members members = new Members(guilds, users, database, clock);
    public final Layout layout = new Layout(channels, database, ids);
    public final Furnishing furnishing = new Furnishing(channels, ids);
    public final Roles roles = new Roles(guilds, furnishing, database, ids);
    public final Relations relations = new Relations(database);
    public final Alerts alerts = new Alerts(database, bus);
    public final Conversations conversations = new Conversations(
            guilds,
            channels,
            users,
            new Gathering(guilds, database, ids, clock),
            new PrivateRooms(channels, database),
            new Reach(guilds, relations, new UserSettings(new SettingsStore(database), bus, clock)),
            database,
            bus);
    public final Ledger ledger = new Ledger(database, bus, 1 << 20);
    public final Messages messages = new Messages(
            ledger,
            database,
            channels,
            new Threads(channels, new Standing(users, clock), clock),
            conversations,
            users,
            ids,
            clock,
            Oversight.NONE);
    public final History history = new History(ledger, channels);
    public final Reactions reactions =
            new Reactions(ledger, database, channels, new ApplicationEmojis(database), new Standing(users, clock), ids);
    public final Pins pins = new Pins(ledger, messages, database, channels, clock);
    public final ReadStates readStates =
            new ReadStates(messages, guilds, channels, viewers, relations, alerts, database, bus);
    public final Typing typing = new Typing(channels, bus, clock);
    public final List<Event> events = new CopyOnWriteArrayList<>();

    public final Caller owner = person("owner");
    public final Caller ann = person("ann");
    public final Caller bob = person("bob");
    public final GuildId guild;
    public final ChannelId channel;

    public World() {
        guild = new Founding(guilds, furnishing, database, ids, clock)
                .found(owner, "World", null)
                .id();
        join(ann);
        join(bob);
        channel = layout.add(owner, guild, ChannelDraft.of(Channel.Kind.TEXT, "room"))
                .id();
        bus.subscribe(MessageEvent.class, events::add);
        messages.start();
    }

    public Caller person(String name) {
        var account = users.create(
                new NewAccount(name.toLowerCase(Locale.ROOT), null, null, User.Kind.PERSON), (sql, id) -> {});
        return new Caller(account.id(), new EntityId(ids.next()), false, false);
    }

    public void join(Caller person) {
        membership.join(person.id(), guild, false, sql -> {});
    }

    public Role role(boolean mentionable) {
        return roles.create(
                owner,
                guild,
                it -> new Role(
                        it.id(),
                        guild,
                        "crew",
                        Role.Look.PLAIN,
                        false,
                        mentionable,
                        null,
                        it.position(),
                        it.permissions()));
    }

    /// Takes from everybody in the channel but the owner.
    public void deny(Permission... permissions) {
        overwrite(new Overwrite(Overwrite.Kind.ROLE, guild.value(), 0, bits(permissions)));
    }

    public void allow(Caller member, Permission... permissions) {
        overwrite(new Overwrite(Overwrite.Kind.MEMBER, member.id().value(), bits(permissions), 0));
    }

    public void slowmode(int seconds) {
        layout.change(owner, channel, it -> it.with(Channel.Details.PLAIN.slowedTo(seconds)));
    }

    public Message say(Caller author, String text) {
        return messages.post(author, channel, text(text)).message();
    }

    public static Draft text(String text) {
        return new Draft(text, null, null, AllowedMentions.ALL, 0);
    }

    public <E extends Event> List<E> heard(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() {
        messages.close();
        postgres.close();
    }

    private void overwrite(Overwrite overwrite) {
        new Overwrites(channels, database).put(owner, channel, overwrite);
    }

    private static long bits(Permission... permissions) {
        long bits = 0;
        for (var permission : permissions) {
            bits |= permission.bit();
        }
        return bits;
    }
}
