package chat.parley.guild;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import chat.parley.permission.Permissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Conversations begin and end, and people come to them and go. Who may do so is not asked here: `conversation`
/// decides it.
public final class Gathering {
    private final Guilds guilds;
    private final Database database;
    private final GuildStore store;
    private final Snowflakes ids;
    private final Clock clock;

    public Gathering(Guilds guilds, Database database, Snowflakes ids, Clock clock) {
        this.guilds = guilds;
        this.database = database;
        this.store = new GuildStore(database);
        this.ids = ids;
        this.clock = clock;
    }

    /// What is stored together with a new conversation, its channel above all.
    @FunctionalInterface
    public interface Alongside {
        void in(Sql sql, GuildId id) throws SQLException;
    }

    /// Begins a conversation and tells those who are in it.
    public GuildSnapshot gather(Guild.Kind kind, UserId founder, Collection<UserId> people, Alongside alongside) {
        var id = new GuildId(ids.next());
        var everyone = new Role(
                new RoleId(id.value()), id, "@everyone", Role.Look.PLAIN, false, false, null, 0, Permissions.PRIVATE);
        var members = people.stream()
                .distinct()
                .sorted()
                .map(it -> new Member(it, now(), false))
                .toList();
        var guild = new Guild(
                id, kind, "", Guild.Pictures.NONE, null, founder, Guild.Settings.initial(null), Reception.PLAIN, now());
        database.transaction(sql -> {
            store.insert(sql, guild, everyone, members);
            alongside.in(sql, id);
            return true;
        });
        var gathered = new GuildSnapshot(guild, RoleTable.of(List.of(everyone)), MemberTable.ofSorted(members), 1);
        guilds.open(gathered);
        return gathered;
    }

    public void admit(GuildWriting writing, UserId user) {
        var member = new Member(user, now(), false);
        store.insert(writing.now().id(), member);
        writing.become(
                writing.now().with(member),
                new GuildEvent.MemberJoined(writing.now().id(), member));
    }

    /// Lets somebody go. What they owned passes to who has been there longest.
    public void dismiss(GuildWriting writing, UserId user) {
        var guild = writing.now().id();
        store.remove(guild, user);
        writing.become(writing.now().without(user), new GuildEvent.MemberLeft(guild, user));
        var left = writing.now();
        if (left.guild().owner().equals(user)) {
            oldest(left).ifPresent(it -> writing.change(left.guild().ownedBy(it.user())));
        }
    }

    /// Ends a conversation that the last one has left.
    ///
    /// @param alongside what is deleted together with it
    public void disband(GuildWriting writing, Alongside alongside) {
        var guild = writing.now().id();
        database.transaction(sql -> {
            alongside.in(sql, guild);
            store.delete(sql, guild);
            return true;
        });
        guilds.close(writing.now());
    }

    private static Optional<Member> oldest(GuildSnapshot guild) {
        var members = new ArrayList<Member>();
        guild.members().forEach(members::add);
        return members.stream().min(Comparator.comparing(Member::joinedAt).thenComparing(Member::user));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
