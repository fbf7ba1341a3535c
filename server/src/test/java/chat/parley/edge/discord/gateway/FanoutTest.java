package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.guild.Role;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import chat.parley.testing.GatewayClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Every event goes to those who may see it at that moment, to all of them and to nobody else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FanoutTest {
    private static final int PEOPLE = 6;
    private static final int STEPS = 150;

    private final House house = new House();
    private final House.Person owner = house.person("owner");
    private final List<House.Person> people = new ArrayList<>();
    private final List<ChannelId> channels = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();

    @AfterAll
    void close() {
        house.close();
    }

    /// What one client has seen: the channels that it was told of, and the messages in them.
    private static final class Seen implements AutoCloseable {
        final House.Person person;
        final GatewayClient client;
        final Set<String> channels = new HashSet<>();
        final List<String> messages = new ArrayList<>();
        final List<String> expected = new ArrayList<>();
        boolean member;

        Seen(House house, House.Person person, GuildId guild) {
            this.person = person;
            client = house.connect();
            var ready = client.identify(person.token()).path("d");
            ready.path("guilds").forEach(it -> take("GUILD_CREATE", it));
            assertTrue(member, guild.text());
        }

        void take(String type, JsonNode d) {
            String id = d.path("id").asString("");
            switch (type) {
                case "GUILD_CREATE" -> {
                    member = true;
                    d.path("channels").forEach(it -> channels.add(it.path("id").asString()));
                }
                case "GUILD_DELETE" -> {
                    member = false;
                    channels.clear();
                }
                case "CHANNEL_CREATE" -> assertTrue(channels.add(id), "a channel appears once");
                case "CHANNEL_DELETE" -> assertTrue(channels.remove(id), "only a known channel vanishes");
                case "MESSAGE_CREATE" -> {
                    assertTrue(channels.contains(d.path("channel_id").asString()), "its channel is known");
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

    @Test
    void random_changes_of_rights_take_effect_on_the_next_event() {
        var guild = house.guild(owner, "Maze");
        var meeting = house.general(guild);
        furnish(guild);
        var random = new Random(7);
        var all = new ArrayList<Seen>();
        people.forEach(it -> all.add(new Seen(house, it, guild)));
        try {
            for (int step = 0; step < STEPS; step++) {
                change(random, guild);
                var channel = channels.get(random.nextInt(channels.size()));
                var posted = house.post(owner, channel, "step " + step).id().text();
                for (var seen : all) {
                    if (mayView(guild, seen.person.caller().id(), channel)) {
                        seen.expected.add(posted);
                    }
                }
            }
            var last = house.post(owner, meeting, "the end").id().text();
            for (var seen : all) {
                seen.expected.add(last);
                seen.readUpTo(last);
                assertEquals(seen.expected, seen.messages);
                var visible = new HashSet<String>();
                for (var channel : house.channels.in(guild)) {
                    if (mayView(guild, seen.person.caller().id(), channel.id())) {
                        visible.add(channel.id().text());
                    }
                }
                assertEquals(visible, seen.channels);
            }
        } finally {
            all.forEach(Seen::close);
        }
    }

    private void furnish(GuildId guild) {
        for (int i = 0; i < PEOPLE; i++) {
            var person = house.person("person" + i);
            people.add(person);
            house.join(person, guild);
        }
        for (int i = 0; i < 4; i++) {
            channels.add(house.channel(owner, guild, "room-" + i));
            roles.add(house.roles.create(owner.caller(), guild, it -> it));
        }
    }

    private void change(Random random, GuildId guild) {
        var channel = channels.get(random.nextInt(channels.size()));
        var person = people.get(random.nextInt(people.size())).caller().id();
        var role = roles.get(random.nextInt(roles.size()));
        long view = Permission.VIEW_CHANNEL.bit();
        long allow = random.nextBoolean() ? view : 0;
        switch (random.nextInt(6)) {
            case 0 -> put(channel, Overwrite.Kind.MEMBER, person.value(), allow, view ^ allow);
            case 1 -> put(channel, Overwrite.Kind.ROLE, role.id().value(), allow, view ^ allow);
            case 2 -> put(channel, Overwrite.Kind.ROLE, guild.value(), allow, view ^ allow);
            case 3 -> house.members.give(owner.caller(), guild, person, role.id());
            case 4 -> house.members.take(owner.caller(), guild, person, role.id());
            default -> {
                var there = house.channels.find(channel);
                if (there != null && there.overwrite(person.value()) != null) {
                    house.overwrites.remove(owner.caller(), channel, person.value());
                }
            }
        }
    }

    private void put(ChannelId channel, Overwrite.Kind kind, long target, long allow, long deny) {
        house.overwrites.put(owner.caller(), channel, new Overwrite(kind, target, allow, deny));
    }

    /// Discord's rule for VIEW_CHANNEL, written from its documentation alone: base, everyone, roles, member.
    private boolean mayView(GuildId guildId, UserId user, ChannelId id) {
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

    @Test
    void joining_and_leaving_while_connected_tell_the_whole_guild_and_its_end() {
        var first = house.guild(owner, "First");
        var late = house.person("late");
        try (var client = house.connect();
                var watching = house.connect()) {
            watching.identify(owner.token());
            assertEquals(
                    0, client.identify(late.token()).path("d").path("guilds").size());
            house.join(late, first);
            var created = client.event("GUILD_CREATE").path("d");
            assertEquals(first.text(), created.path("id").asString());
            assertEquals(2, created.path("members").size());
            assertEquals(
                    "late",
                    watching.event("GUILD_MEMBER_ADD")
                            .path("d")
                            .path("user")
                            .path("username")
                            .asString());
            house.membership.kick(owner.caller(), first, late.caller().id());
            assertEquals(
                    first.text(),
                    client.event("GUILD_DELETE").path("d").path("id").asString());
            watching.event("GUILD_MEMBER_REMOVE");
            house.post(owner, house.general(first), "without them");
            watching.event("MESSAGE_CREATE");
            assertEquals(
                    0,
                    client.pending().stream()
                            .filter(it -> it.path("t").asString("").equals("MESSAGE_CREATE"))
                            .count());
        }
    }

    @Test
    void a_bot_hears_what_its_intents_say_and_content_only_with_that_intent() {
        var guild = house.guild(owner, "Works");
        var general = house.general(guild);
        var bot = house.bot(owner, "worker");
        house.join(bot, guild);
        try (var client = house.connect()) {
            int guildsAndMessages = 1 | 1 << 9;
            client.send(
                    2, Map.of("token", bot.token(), "intents", guildsAndMessages, "properties", Map.of("os", "linux")));
            var ready = client.event("READY").path("d");
            assertTrue(ready.path("guilds").path(0).path("unavailable").asBoolean());
            assertEquals(
                    bot.caller().id().text(),
                    ready.path("application").path("id").asString());
            var created = client.event("GUILD_CREATE").path("d");
            assertEquals(1, created.path("members").size(), "itself");
            house.post(owner, general, "a secret");
            var blank = client.event("MESSAGE_CREATE").path("d");
            assertEquals("", blank.path("content").asString());
            house.post(owner, general, "for <@" + bot.caller().id() + ">");
            assertTrue(client.event("MESSAGE_CREATE")
                    .path("d")
                    .path("content")
                    .asString()
                    .startsWith("for"));
            client.send(
                    8,
                    Map.of(
                            "guild_id",
                            guild.value(),
                            "user_ids",
                            List.of(owner.caller().id().text(), "42")));
            var chunk = client.event("GUILD_MEMBERS_CHUNK").path("d");
            assertEquals(1, chunk.path("members").size());
            assertEquals("42", chunk.path("not_found").path(0).asString());
            assertEquals(1, chunk.path("chunk_count").asInt());
        }
    }
}
