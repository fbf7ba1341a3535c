package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.channel.Channel;
import chat.parley.channel.thread.ThreadDraft;
import chat.parley.testing.GatewayClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every event goes to those who may see it at that moment, to all of them and to nobody else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FanoutTest {
    private final House house = new House();
    private final House.Person owner = house.person("owner");

    @AfterAll
    void close() {
        house.close();
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
    void messages_of_a_thread_come_in_the_order_in_which_they_were_written() throws InterruptedException {
        var guild = house.guild(owner, "Order");
        var ann = house.person("ann");
        var eve = house.person("eve");
        house.join(ann, guild);
        house.join(eve, guild);
        var open = thread(guild, Channel.Kind.PUBLIC_THREAD, "open");
        var hidden = thread(guild, Channel.Kind.PRIVATE_THREAD, "hidden");
        house.threadMembers.add(owner.caller(), hidden, ann.caller().id());
        try (var inside = house.connect();
                var outside = house.connect()) {
            inside.identify(ann.token());
            outside.identify(eve.token());
            int each = 40;
            var writers = new ArrayList<Thread>();
            for (var place : List.of(open, hidden, open, hidden)) {
                writers.add(Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < each; i++) {
                        house.post(owner, place, "message " + i);
                    }
                }));
            }
            for (var writer : writers) {
                writer.join();
            }
            house.post(owner, house.general(guild), "the end");
            var heard = messages(inside);
            for (var place : List.of(open, hidden)) {
                var ids = heard.getOrDefault(place.text(), List.of());
                assertEquals(2 * each, ids.size());
                assertEquals(ids.stream().distinct().sorted().toList(), ids, "in order, none twice");
            }
            var outsiders = messages(outside);
            assertEquals(heard.get(open.text()), outsiders.get(open.text()));
            assertFalse(outsiders.containsKey(hidden.text()), "hidden from who was not added");
        }
    }

    private ChannelId thread(GuildId guild, Channel.Kind kind, String name) {
        var draft = ThreadDraft.named(kind, name);
        return house.threads
                .start(owner.caller(), house.general(guild), house.newId(), draft)
                .id();
    }

    /// What was said, by channel, up to the end.
    private static Map<String, List<Long>> messages(GatewayClient client) {
        var heard = new HashMap<String, List<Long>>();
        while (true) {
            var d = client.event("MESSAGE_CREATE").path("d");
            if (d.path("content").asString().equals("the end")) {
                return heard;
            }
            heard.computeIfAbsent(d.path("channel_id").asString(), _ -> new ArrayList<>())
                    .add(Long.parseLong(d.path("id").asString()));
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
