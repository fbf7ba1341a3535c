package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Field;
import chat.parley.account.ProfileChange;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.channel.Channel;
import chat.parley.channel.thread.ThreadChange;
import chat.parley.channel.thread.ThreadDraft;
import chat.parley.guild.Role;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import chat.parley.testing.GatewayClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A right that was given or taken counts from the next event on, in every channel of every guild, while events
/// that belong to no guild (here: somebody's new name) pass between them. What was tried: any number of guilds,
/// rooms, roles and people, changes of every kind, judged by a reference written from Discord's documentation.
final class RightsTest {
    private static final int STEPS = 120;

    /// One guild under test.
    private record Maze(
            GuildId id, ChannelId meeting, List<ChannelId> rooms, List<Role> roles, List<Channel> threads) {}

    /// What one client has seen: the channels that it was told of, and the messages in them.
    private static final class Seen implements AutoCloseable {
        final House.Person person;
        final GatewayClient client;
        final Set<String> channels = new HashSet<>();
        final Set<String> threads = new HashSet<>();
        final List<String> messages = new ArrayList<>();
        final List<String> expected = new ArrayList<>();

        Seen(House house, House.Person person) {
            this.person = person;
            client = house.connect();
            var ready = client.identify(person.token()).path("d");
            ready.path("guilds").forEach(it -> take("GUILD_CREATE", it));
        }

        void take(String type, JsonNode d) {
            String id = d.path("id").asString("");
            switch (type) {
                case "GUILD_CREATE" -> {
                    d.path("channels").forEach(it -> channels.add(it.path("id").asString()));
                    d.path("threads").forEach(it -> threads.add(it.path("id").asString()));
                }
                case "CHANNEL_CREATE" -> assertTrue(channels.add(id), "a channel appears once");
                case "CHANNEL_DELETE" -> assertTrue(channels.remove(id), "only a known channel vanishes");
                case "THREAD_CREATE", "THREAD_UPDATE", "THREAD_MEMBERS_UPDATE" -> threads.add(id);
                case "THREAD_LIST_SYNC" ->
                    d.path("threads").forEach(it -> threads.add(it.path("id").asString()));
                case "MESSAGE_CREATE" -> {
                    String channel = d.path("channel_id").asString();
                    assertTrue(channels.contains(channel) || threads.contains(channel), "its channel is known");
                    messages.add(id);
                }
                default -> {}
            }
        }

        /// Reads everything up to the message.
        void readUpTo(String message) {
            while (messages.isEmpty() || !messages.getLast().equals(message)) {
                var frame = client.next();
                if (frame.path("op").asInt() == 0) {
                    take(frame.path("t").asString(), frame.path("d"));
                }
            }
        }

        @Override
        public void close() {
            client.cut();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 11, 23, 42, 97, 1009})
    void random_changes_of_rights_take_effect_on_the_next_event(long seed) {
        var random = new Random(seed);
        try (var house = new House()) {
            var owner = house.person("owner");
            var people = new ArrayList<House.Person>();
            for (int i = 0; i < 2 + random.nextInt(5); i++) {
                people.add(house.person("person" + i));
            }
            var mazes = new ArrayList<Maze>();
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                mazes.add(maze(house, owner, people, random));
            }
            var all = people.stream().map(it -> new Seen(house, it)).toList();
            try {
                walk(house, owner, mazes, all, random);
                meet(house, owner, mazes, all);
            } finally {
                all.forEach(Seen::close);
            }
        }
    }

    private static Maze maze(House house, House.Person owner, List<House.Person> people, Random random) {
        var guild = house.guild(owner, "Maze");
        people.forEach(it -> house.join(it, guild));
        var rooms = new ArrayList<ChannelId>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            rooms.add(house.channel(owner, guild, "room-" + i));
        }
        var roles = new ArrayList<Role>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            roles.add(house.roles.create(owner.caller(), guild, it -> it));
        }
        var threads = new ArrayList<Channel>();
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            var kind = random.nextBoolean() ? Channel.Kind.PUBLIC_THREAD : Channel.Kind.PRIVATE_THREAD;
            threads.add(house.threads.start(
                    owner.caller(), pick(rooms, random), house.newId(), ThreadDraft.named(kind, "thread-" + i)));
        }
        return new Maze(guild, house.general(guild), rooms, roles, threads);
    }

    private static void walk(House house, House.Person owner, List<Maze> mazes, List<Seen> all, Random random) {
        for (int step = 0; step < STEPS; step++) {
            var maze = pick(mazes, random);
            rename(house, pick(all, random).person, "Step " + step);
            change(house, owner, maze, pick(all, random).person.caller().id(), random);
            if (random.nextInt(3) == 0) {
                gather(house, owner, maze, pick(all, random).person.caller().id(), random);
            }
            say(house, owner, maze, all, step, random);
        }
    }

    /// Somebody writes in a room or in a thread, and whoever may see it then is to hear it.
    private static void say(House house, House.Person owner, Maze maze, List<Seen> all, int step, Random random) {
        boolean inThread = random.nextInt(3) == 0;
        var thread = inThread ? pick(maze.threads, random) : null;
        var place = thread == null ? pick(maze.rooms, random) : thread.id();
        var posted = house.post(owner, place, "step " + step).id().text();
        for (var seen : all) {
            var user = seen.person.caller().id();
            boolean may =
                    thread == null ? mayView(house, maze.id, user, place) : mayViewThread(house, maze, user, thread);
            if (may) {
                seen.expected.add(posted);
            }
        }
    }

    /// Threads change: members come and go, threads are archived and open again, the right to see all is given.
    private static void gather(House house, House.Person owner, Maze maze, UserId person, Random random) {
        var thread = pick(maze.threads, random);
        var members = house.threadMembers.of(owner.caller(), thread.id());
        switch (random.nextInt(4)) {
            case 0 -> house.threads.change(owner.caller(), thread.id(), ThreadChange.archiving(true));
            case 1 -> {
                long manage = random.nextBoolean() ? Permission.MANAGE_THREADS.bit() : 0;
                house.roles.edit(
                        owner.caller(),
                        maze.id,
                        pick(maze.roles, random).id(),
                        it -> it.granting((it.permissions() & ~Permission.MANAGE_THREADS.bit()) | manage));
            }
            default -> {
                house.threads.change(owner.caller(), thread.id(), ThreadChange.archiving(false));
                if (members.containsKey(person)) {
                    house.threadMembers.remove(owner.caller(), thread.id(), person);
                } else if (mayView(house, maze.id, person, parent(thread))) {
                    house.threadMembers.add(owner.caller(), thread.id(), person);
                }
            }
        }
    }

    private static ChannelId parent(Channel thread) {
        return Objects.requireNonNull(thread.parent());
    }

    /// Discord's rule for threads: who sees the channel sees the public ones; private ones only their members and
    /// whoever manages threads there.
    private static boolean mayViewThread(House house, Maze maze, UserId user, Channel thread) {
        if (!mayView(house, maze.id, user, parent(thread))) {
            return false;
        }
        var member = house.guilds.snapshot(maze.id).member(user);
        boolean manages = member != null
                && house.guilds.snapshot(maze.id).roles().list().stream()
                        .filter(it -> it.everyone() || member.roles().contains(it.id()))
                        .anyMatch(it -> Permission.MANAGE_THREADS.in(it.permissions()));
        return thread.kind() != Channel.Kind.PRIVATE_THREAD
                || manages
                || house.channels.membersOf(thread).containsKey(user);
    }

    /// Everybody sees the meeting places, so whoever has heard of the last message there has heard of all.
    private static void meet(House house, House.Person owner, List<Maze> mazes, List<Seen> all) {
        for (var maze : mazes) {
            var last = house.post(owner, maze.meeting, "the end").id().text();
            for (var seen : all) {
                seen.expected.add(last);
                seen.readUpTo(last);
            }
        }
        for (var seen : all) {
            assertEquals(Set.of(), without(seen.expected, seen.messages), "nothing is missing");
            assertEquals(Set.of(), without(seen.messages, seen.expected), "nothing is told that is hidden");
            assertEquals(seen.expected.size(), seen.messages.size(), "none comes twice");
            var visible = new HashSet<String>();
            for (var maze : mazes) {
                for (var channel : house.channels.in(maze.id)) {
                    if (mayView(house, maze.id, seen.person.caller().id(), channel.id())) {
                        visible.add(channel.id().text());
                    }
                }
            }
            assertEquals(visible, seen.channels);
        }
    }

    private static Set<String> without(List<String> all, List<String> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(Set.copyOf(some));
        return rest;
    }

    private static void rename(House house, House.Person person, String name) {
        var change = new ProfileChange(null, Field.of(name), null, null, Field.untouched(), Field.untouched());
        house.users.change(person.caller(), change);
    }

    private static void change(House house, House.Person owner, Maze maze, UserId person, Random random) {
        var room = pick(maze.rooms, random);
        var role = pick(maze.roles, random).id();
        long view = Permission.VIEW_CHANNEL.bit();
        long allow = random.nextBoolean() ? view : 0;
        long deny = view ^ allow;
        switch (random.nextInt(7)) {
            case 0 -> put(house, owner, room, new Overwrite(Overwrite.Kind.MEMBER, person.value(), allow, deny));
            case 1 -> put(house, owner, room, new Overwrite(Overwrite.Kind.ROLE, role.value(), allow, deny));
            case 2 -> put(house, owner, room, new Overwrite(Overwrite.Kind.ROLE, maze.id.value(), allow, deny));
            case 3 -> house.members.give(owner.caller(), maze.id, person, role);
            case 4 -> house.members.take(owner.caller(), maze.id, person, role);
            case 5 ->
                house.roles.edit(owner.caller(), maze.id, role, it -> it.granting((it.permissions() & ~view) | allow));
            default -> {
                var there = house.channels.find(room);
                if (there != null && there.overwrite(person.value()) != null) {
                    house.overwrites.remove(owner.caller(), room, person.value());
                }
            }
        }
    }

    private static void put(House house, House.Person owner, ChannelId room, Overwrite overwrite) {
        house.overwrites.put(owner.caller(), room, overwrite);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /// Discord's rule for VIEW_CHANNEL, written from its documentation alone: base, everyone, roles, member.
    private static boolean mayView(House house, GuildId guildId, UserId user, ChannelId id) {
        var guild = house.guilds.snapshot(guildId);
        var member = guild.member(user);
        var channel = house.channels.find(id);
        if (member == null || channel == null) {
            return false;
        }
        long view = Permission.VIEW_CHANNEL.bit();
        long base = 0;
        for (var role : guild.roles().list()) {
            if (role.everyone() || member.roles().contains(role.id())) {
                base |= role.permissions();
            }
        }
        boolean may = (base & view) != 0;
        var byTarget = new HashMap<Long, Overwrite>();
        channel.overwrites().forEach(it -> byTarget.put(it.target(), it));
        may = applied(may, byTarget.get(guildId.value()), view);
        boolean allowed = false;
        boolean denied = false;
        for (RoleId role : member.roles()) {
            var overwrite = byTarget.get(role.value());
            if (overwrite != null) {
                allowed |= (overwrite.allow() & view) != 0;
                denied |= (overwrite.deny() & view) != 0;
            }
        }
        may = allowed || (may && !denied);
        return applied(may, byTarget.get(user.value()), view);
    }

    private static boolean applied(boolean may, @Nullable Overwrite overwrite, long view) {
        if (overwrite == null) {
            return may;
        }
        return (overwrite.allow() & view) != 0 || (may && (overwrite.deny() & view) == 0);
    }
}
