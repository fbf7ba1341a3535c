package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.guild.GuildSnapshot;
import chat.parley.testing.GatewayClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Nobody but those in a conversation ever hears of it, and they hear each message once, after the channel it is in.
final class ConversationsTest {
    private static final int STEPS = 80;

    private static ChannelId channel(GuildSnapshot conversation) {
        return new ChannelId(conversation.id().value());
    }

    @Test
    void the_other_hears_of_a_conversation_when_the_first_message_comes() {
        try (var house = new House()) {
            var ann = house.person("ann");
            var bob = house.person("bob");
            var guild = house.guild(ann, "Shared");
            house.join(bob, guild);
            try (var hers = house.connect();
                    var his = house.connect()) {
                hers.identify(ann.token());
                his.identify(bob.token());
                var talk = house.conversations.with(ann.caller(), bob.caller().id());
                var seen = hers.event("CHANNEL_CREATE").path("d");
                assertEquals(1, seen.path("type").asInt());
                assertEquals(
                        "bob", seen.path("recipients").path(0).path("username").asString());
                assertFalse(seen.has("guild_id"));

                house.post(ann, channel(talk), "hello");
                var frames = new ArrayList<JsonNode>();
                frames.add(his.event("CHANNEL_CREATE"));
                assertEquals(
                        "ann",
                        frames.getFirst()
                                .path("d")
                                .path("recipients")
                                .path(0)
                                .path("username")
                                .asString());
                var message = his.event("MESSAGE_CREATE").path("d");
                assertEquals("hello", message.path("content").asString());
                assertEquals(1, message.path("channel_type").asInt());
                assertFalse(message.has("guild_id"));
                assertFalse(message.has("member"));

                house.conversations.close(bob.caller(), talk.id());
                his.event("CHANNEL_DELETE");
                house.post(ann, channel(talk), "again");
                his.event("CHANNEL_CREATE");
                assertEquals(
                        "again",
                        his.event("MESSAGE_CREATE").path("d").path("content").asString());
            }
        }
    }

    @Test
    void ready_lists_what_is_open_and_counts_what_is_unread() {
        try (var house = new House()) {
            var ann = house.person("ann");
            var bob = house.person("bob");
            house.join(bob, house.guild(ann, "Shared"));
            var talk = house.conversations.with(ann.caller(), bob.caller().id());
            try (var his = house.connect()) {
                var ready = his.identify(bob.token()).path("d");
                assertEquals(0, ready.path("private_channels").size(), "nobody has written yet");
                assertEquals(1, ready.path("guilds").size());
            }
            house.post(ann, channel(talk), "one");
            house.post(ann, channel(talk), "two");
            try (var his = house.connect()) {
                var ready = his.identify(bob.token()).path("d");
                assertEquals(
                        talk.id().text(),
                        ready.path("private_channels").path(0).path("id").asString());
                var state = new HashMap<String, Integer>();
                ready.path("read_state")
                        .path("entries")
                        .forEach(it -> state.put(
                                it.path("id").asString(),
                                it.path("mention_count").asInt()));
                assertEquals(2, state.get(talk.id().text()));
            }
        }
    }

    @Test
    void a_bot_hears_a_conversation_by_its_intents_and_by_messages_alone() {
        try (var house = new House()) {
            var ann = house.person("ann");
            var bot = house.bot(ann, "helper");
            var guild = house.guild(ann, "Shared");
            house.join(bot, guild);
            var other = house.bot(ann, "deaf");
            house.join(other, guild);
            int direct = 1 << 12;
            try (var listening = house.connect();
                    var deaf = house.connect()) {
                identify(listening, bot, direct);
                identify(deaf, other, 1 << 9);
                var talk = house.conversations.with(ann.caller(), bot.caller().id());
                var posted = house.post(ann, channel(talk), "for the bot");
                var unheard =
                        house.conversations.with(ann.caller(), other.caller().id());
                house.post(ann, channel(unheard), "for the deaf one");
                var heard = listening.event("MESSAGE_CREATE").path("d");
                assertEquals("for the bot", heard.path("content").asString(), "whom it is written to reads it");
                assertEquals(posted.id().text(), heard.path("id").asString());
                house.post(bot, channel(talk), "an answer");
                house.post(ann, house.general(guild), "aloud");
                assertTrue(
                        deaf.event("MESSAGE_CREATE").path("d").has("guild_id"), "nothing of the conversation before");
                assertTrue(listening.pending().stream()
                        .noneMatch(it -> it.path("t").asString("").startsWith("CHANNEL_")));
            }
        }
    }

    private static void identify(GatewayClient client, House.Person bot, int intents) {
        client.send(2, Map.of("token", bot.token(), "intents", intents, "properties", Map.of("os", "linux")));
        client.event("READY");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 8, 21, 77})
    void whatever_happens_only_those_in_a_conversation_hear_of_it(long seed) {
        var random = new Random(seed);
        try (var house = new House()) {
            var host = house.person("host");
            var guild = house.guild(host, "Meeting");
            var people = new ArrayList<House.Person>(List.of(host));
            for (int i = 0; i < 4; i++) {
                var person = house.person("person" + i);
                house.join(person, guild);
                people.add(person);
            }
            var ears = new HashMap<UserId, Ears>();
            people.forEach(it -> ears.put(it.caller().id(), new Ears(house.connect(), it)));
            var expected = new HashMap<UserId, List<String>>();
            people.forEach(it -> expected.put(it.caller().id(), new ArrayList<>()));
            walk(house, people, expected, random);
            var last = house.post(host, house.general(guild), "the end").id().text();
            for (var person : people) {
                var own = Objects.requireNonNull(ears.get(person.caller().id()));
                var open = house.conversations.of(person.caller()).stream()
                        .map(it -> it.id().text())
                        .collect(Collectors.toSet());
                var told = Set.copyOf(expected.getOrDefault(person.caller().id(), List.of()));
                // Only the events of one conversation have an order.
                own.readUntil(() ->
                        own.channels.equals(open) && own.messages.contains(last) && own.messages.size() > told.size());
                own.messages.remove(last);
                assertEquals(told, own.messages);
                own.client.cut();
            }
        }
    }

    private static void walk(
            House house, List<House.Person> people, Map<UserId, List<String>> expected, Random random) {
        var groups = new ArrayList<GuildSnapshot>();
        for (int step = 0; step < STEPS; step++) {
            var one = pick(people, random);
            var other = pick(people, random);
            if (one.equals(other)) {
                continue;
            }
            switch (random.nextInt(7)) {
                case 0 ->
                    groups.add(house.conversations.among(
                            one.caller(), List.of(other.caller().id())));
                case 1 ->
                    house.conversations.close(
                            one.caller(),
                            house.conversations
                                    .with(one.caller(), other.caller().id())
                                    .id());
                case 2 ->
                    speak(
                            house,
                            one,
                            house.conversations.with(
                                    one.caller(), other.caller().id()),
                            expected);
                default -> inGroup(house, one, other, groups, expected, random);
            }
        }
    }

    private static void inGroup(
            House house,
            House.Person one,
            House.Person other,
            List<GuildSnapshot> groups,
            Map<UserId, List<String>> expected,
            Random random) {
        if (groups.isEmpty()) {
            return;
        }
        var group = house.guilds.find(pick(groups, random).id());
        if (group == null || group.member(one.caller().id()) == null) {
            return;
        }
        switch (random.nextInt(3)) {
            case 0 -> house.groups.add(one.caller(), group.id(), other.caller().id());
            case 1 -> house.groups.remove(one.caller(), group.id(), one.caller().id());
            default -> speak(house, one, group, expected);
        }
    }

    private static void speak(
            House house, House.Person author, GuildSnapshot talk, Map<UserId, List<String>> expected) {
        var posted = house.post(author, channel(talk), "psst").id().text();
        house.guilds
                .snapshot(talk.id())
                .members()
                .forEach(it ->
                        expected.getOrDefault(it.user(), new ArrayList<>()).add(posted));
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /// What one client is told of conversations.
    private static final class Ears {
        final GatewayClient client;
        final Set<String> channels = new HashSet<>();
        final Set<String> messages = new HashSet<>();

        Ears(GatewayClient client, House.Person person) {
            this.client = client;
            client.identify(person.token());
        }

        void readUntil(BooleanSupplier complete) {
            while (!complete.getAsBoolean()) {
                var frame = client.next();
                var d = frame.path("d");
                String id = d.path("id").asString("");
                switch (frame.path("t").asString("")) {
                    case "CHANNEL_CREATE" -> assertTrue(channels.add(id), "it appears once");
                    case "CHANNEL_DELETE" -> assertTrue(channels.remove(id), "only a known one vanishes");
                    case "CHANNEL_UPDATE" -> assertTrue(channels.contains(id), "only a known one changes");
                    case "GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE", "GUILD_MEMBER_ADD", "GUILD_MEMBER_REMOVE" ->
                        throw new AssertionError("A conversation is no guild: " + frame);
                    case "MESSAGE_CREATE" -> {
                        assertTrue(
                                d.has("guild_id")
                                        || channels.contains(
                                                d.path("channel_id").asString()),
                                "its channel is known");
                        assertTrue(messages.add(id), "none comes twice");
                    }
                    default -> {}
                }
            }
        }
    }
}
