package chat.parley.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.Channel.Kind;
import chat.parley.guild.Guild;
import chat.parley.guild.Member;
import chat.parley.guild.Role;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permissions;
import chat.parley.testing.Community;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Whatever people do at the same moment, memory and database say the same, and positions are unique.
final class ConsistencyTest {
    private static final int THREADS = 3;
    private static final int STEPS = 60;
    private static final List<Kind> KINDS = List.of(Kind.values());

    @Test
    void random_changes_by_several_at_once_survive_a_restart() throws Exception {
        try (var community = new Community()) {
            var owner = community.person("owner");
            var guild = community.guild(owner);
            var people = new ArrayList<Caller>();
            for (int i = 0; i < 5; i++) {
                people.add(community.member(guild, "person" + i));
            }
            var calls = new ArrayList<Callable<Integer>>();
            for (int thread = 0; thread < THREADS; thread++) {
                var random = new Random(thread + 1L);
                calls.add(() -> {
                    int done = 0;
                    for (int step = 0; step < STEPS; step++) {
                        done += done(() -> change(community, owner, guild, people, random)) ? 1 : 0;
                    }
                    return done;
                });
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var outcome : threads.invokeAll(calls)) {
                    assertTrue(outcome.get() > STEPS / 3, "most changes are allowed");
                }
            }
            var before = State.of(community, guild);
            assertEquals(before, State.of(community.restarted(), guild));
            assertUniquePositions(before);
        }
    }

    private record State(Guild guild, List<Role> roles, List<Member> members, List<Channel> channels) {
        static State of(Community community, GuildId id) {
            var snapshot = community.guilds.snapshot(id);
            return new State(
                    snapshot.guild(),
                    snapshot.roles().list(),
                    snapshot.members().page(0, 100),
                    community.channels.in(id));
        }
    }

    private static void assertUniquePositions(State state) {
        for (int i = 0; i < state.roles().size(); i++) {
            assertEquals(i, state.roles().get(i).position());
        }
        var seen = new HashSet<String>();
        for (var channel : state.channels()) {
            String place = channel.parent() + " " + channel.kind().row() + " " + channel.position();
            assertTrue(seen.add(place), place);
        }
    }

    private static boolean done(Runnable change) {
        try {
            change.run();
            return true;
        } catch (Refused raced) {
            return false;
        }
    }

    private static void change(Community community, Caller owner, GuildId guild, List<Caller> people, Random random) {
        var person = people.get(random.nextInt(people.size()));
        switch (random.nextInt(12)) {
            case 0, 1 -> community.role(owner, guild, "r" + random.nextInt(100));
            case 2 -> community.roles.delete(owner, guild, role(community, guild, random));
            case 3 ->
                community.roles.arrange(owner, guild, Map.of(role(community, guild, random), 1 + random.nextInt(5)));
            case 4 ->
                community.roles.edit(
                        owner,
                        guild,
                        role(community, guild, random),
                        it -> it.granting(random.nextLong() & Permissions.ALL));
            case 5 -> community.give(owner, guild, person, role(community, guild, random));
            case 6 -> rejoin(community, owner, guild, person);
            case 7, 8 -> {
                var kind = KINDS.get(random.nextInt(KINDS.size()));
                community.layout.add(owner, guild, ChannelDraft.of(kind, "c" + random.nextInt(100)));
            }
            case 9 -> community.layout.remove(owner, channel(community, guild, random));
            case 10 ->
                community.overwrites.put(
                        owner,
                        channel(community, guild, random),
                        new Overwrite(Overwrite.Kind.MEMBER, person.id().value(), random.nextInt(1 << 20), 0));
            default -> move(community, owner, guild, random);
        }
    }

    private static void rejoin(Community community, Caller owner, GuildId guild, Caller person) {
        try {
            community.membership.kick(owner, guild, person.id());
        } finally {
            community.join(person, guild);
        }
    }

    private static void move(Community community, Caller owner, GuildId guild, Random random) {
        var parents = community.channels.in(guild).stream()
                .filter(it -> it.kind() == Kind.CATEGORY)
                .map(Channel::id)
                .toList();
        var parent = parents.isEmpty() || random.nextInt(3) == 0 ? null : parents.get(random.nextInt(parents.size()));
        var move = new Rearranging.Move(
                channel(community, guild, random), random.nextInt(4), true, parent, random.nextBoolean());
        community.rearranging.move(owner, guild, List.of(move));
    }

    private static RoleId role(Community community, GuildId guild, Random random) {
        var roles = community.guilds.snapshot(guild).roles().list();
        return roles.get(random.nextInt(roles.size())).id();
    }

    private static ChannelId channel(Community community, GuildId guild, Random random) {
        var channels = community.channels.in(guild);
        return channels.isEmpty()
                ? new ChannelId(1)
                : channels.get(random.nextInt(channels.size())).id();
    }
}
