package chat.parley.message.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.message.AllowedMentions;
import chat.parley.message.Deadline;
import chat.parley.message.Draft;
import chat.parley.message.Message;
import chat.parley.message.MessageEvent;
import chat.parley.message.Slice;
import chat.parley.message.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class UpkeepTest {
    private static final Duration KEPT = Duration.ofDays(7);

    private final World world = new World();
    private final Retention retention =
            new Retention(world.ledger, world.messages, world.database, world.bus, world.clock, KEPT);

    @AfterEach
    void end() {
        retention.close();
        world.close();
    }

    @Test
    void a_deleted_message_stays_in_the_bin_and_then_goes_with_its_reactions() {
        var gone = world.say(world.ann, "gone");
        var kept = world.say(world.ann, "kept");
        world.reactions.add(world.ann, world.channel, gone.id(), "🔥");
        world.reactions.add(world.ann, world.channel, kept.id(), "🔥");
        world.messages.delete(world.ann, world.channel, gone.id());
        retention.sweep();
        assertEquals(2, count("messages"));
        world.clock.pass(KEPT.plusSeconds(1));
        retention.sweep();
        assertEquals(1, count("messages"));
        assertEquals(1, count("reactions"));
    }

    @Test
    void spent_nonces_are_forgotten_and_fresh_ones_kept() {
        world.messages.post(world.ann, world.channel, new Draft("x", "old", null, AllowedMentions.ALL, 0));
        world.clock.pass(Duration.ofMinutes(11));
        world.messages.post(world.ann, world.channel, new Draft("x", "new", null, AllowedMentions.ALL, 0));
        retention.sweep();
        assertEquals(1, count("message_nonces"));
    }

    @Test
    void a_deleted_channel_is_emptied() {
        var message = world.say(world.ann, "x <@" + world.bob.id() + ">");
        world.reactions.add(world.ann, world.channel, message.id(), "🔥");
        world.readStates.ack(world.bob, world.channel, message.id(), false);
        world.layout.remove(world.owner, world.channel);
        Deadline.await(() -> count("dropped_places") == 1);
        retention.sweep();
        for (String table : List.of("messages", "reactions", "mentions", "read_states")) {
            assertEquals(0, count(table), table);
        }
        world.clock.pass(Duration.ofMinutes(6));
        retention.sweep();
        assertEquals(0, count("dropped_places"));
    }

    @Test
    void a_ban_deletes_what_was_written_lately_and_only_that() {
        world.say(world.bob, "long ago");
        world.clock.pass(Duration.ofDays(2));
        var since = world.clock.instant();
        world.clock.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 150; i++) {
            world.say(world.bob, "spam " + i);
        }
        world.say(world.ann, "fine");
        new Purges(world.ledger, world.database, world.channels, world.clock)
                .purge(world.owner, world.guild, world.bob.id(), since);
        assertEquals(
                List.of("fine", "long ago"),
                world.history.of(world.ann, world.channel, new Slice.Newest(), 100).stream()
                        .map(it -> it.message().content())
                        .toList());
        var told = world.heard(MessageEvent.BulkDeleted.class);
        assertEquals(150, told.stream().mapToInt(it -> it.ids().size()).sum());
    }

    @Test
    void somebody_who_joins_is_greeted_in_the_system_channel() {
        try (var _ = new Greeting(world.messages, world.guilds, world.channels, world.bus)) {
            var newcomer = world.person("newcomer");
            world.join(newcomer);
            Deadline.await(() -> !world.heard(MessageEvent.Posted.class).isEmpty());
            var notice = world.heard(MessageEvent.Posted.class).getFirst().message();
            assertEquals(Message.JOIN_NOTICE, notice.kind());
            assertEquals(newcomer.id(), notice.author());
            assertEquals(world.guilds.snapshot(world.guild).guild().settings().systemChannel(), notice.channel());
        }
    }

    private int count(String table) {
        return world.database
                .first("SELECT count(*) AS n FROM " + table, row -> row.integer("n"))
                .orElse(-1);
    }
}
