package chat.parley.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.account.Caller;
import chat.parley.base.id.MessageId;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Reading, against a simple model and against the database.
final class HistoryTest {
    private static final List<String> EMOJI = List.of("👍", "🔥", "❤️");

    private final World world = new World();
    private final long born = world.ids.next();
    private final List<MessageId> model = new ArrayList<>();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void every_slice_is_what_a_sorted_list_gives() {
        var random = new Random(7);
        for (int i = 0; i < 260; i++) {
            model.add(world.say(world.ann, "m" + i).id());
        }
        for (int i = 0; i < 40; i++) {
            var gone = model.remove(random.nextInt(model.size()));
            world.messages.delete(world.ann, world.channel, gone);
        }
        for (int i = 0; i < 300; i++) {
            int limit = 1 + random.nextInt(100);
            var pivot = pivot(random);
            assertEquals(newest(model, limit), read(new Slice.Newest(), limit));
            assertEquals(newest(below(pivot), limit), read(new Slice.Before(pivot), limit), "before");
            var above = model.stream().filter(it -> it.compareTo(pivot) > 0).toList();
            assertEquals(above.stream().limit(limit).toList().reversed(), read(new Slice.After(pivot), limit), "after");
            assertEquals(around(pivot, limit), read(new Slice.Around(pivot), limit), "around");
        }
    }

    @Test
    void memory_and_database_agree_after_random_changes_by_many_at_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var people = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 12; i++) {
                var random = new Random(i);
                var person = i % 2 == 0 ? world.ann : world.bob;
                people.add(() -> live(random, person));
            }
            for (var life : threads.invokeAll(people)) {
                life.get();
            }
        }
        var cold = new Ledger(world.database, world.bus, 0);
        cold.open();
        var fresh = new History(cold, world.channels);
        for (int limit : new int[] {1, 17, 50, 100}) {
            assertSame(fresh, new Slice.Newest(), limit);
        }
        var random = new Random(99);
        for (int i = 0; i < 300; i++) {
            assertSame(fresh, slice(random, somewhere(random)), 1 + random.nextInt(100));
        }
    }

    private void assertSame(History fresh, Slice slice, int limit) {
        var stored = fresh.of(world.ann, world.channel, slice, limit);
        var kept = world.history.of(world.ann, world.channel, slice, limit);
        assertEquals(stored.size(), kept.size());
        for (int i = 0; i < stored.size(); i++) {
            assertEquals(stored.get(i), kept.get(i));
        }
    }

    private static Slice slice(Random random, MessageId pivot) {
        return switch (random.nextInt(6)) {
            case 0 -> new Slice.After(pivot);
            case 1 -> new Slice.Around(pivot);
            case 2 -> new Slice.Newest();
            default -> new Slice.Before(pivot);
        };
    }

    /// Any moment since the first message.
    private MessageId somewhere(Random random) {
        var end = world.ledger.newest(world.channel);
        long last = end == null ? 1 : end.value();
        return new MessageId(born + random.nextLong(Math.max(1, last + 2 - born)));
    }

    @Test
    void an_emoji_keeps_its_place_when_who_chose_it_first_does_not_any_more() {
        var message = world.say(world.ann, "react to me").id();
        world.reactions.add(world.bob, world.channel, message, "🔥");
        world.reactions.add(world.bob, world.channel, message, "👍");
        world.reactions.add(world.ann, world.channel, message, "🔥");
        world.reactions.add(world.owner, world.channel, message, "🔥");
        world.reactions.remove(world.bob, world.channel, message, "🔥", world.bob.id());
        var expected = List.of(
                new Message.Reaction("🔥", List.of(world.ann.id(), world.owner.id())),
                new Message.Reaction("👍", List.of(world.bob.id())));
        var cold = new Ledger(world.database, world.bus, 0);
        cold.open();
        for (var ledger : List.of(world.ledger, cold)) {
            assertEquals(expected, ledger.one(world.channel, message).reactions());
        }
    }

    @Test
    void a_reader_without_history_sees_none() {
        var message = world.say(world.ann, "secret");
        world.deny(Permission.READ_MESSAGE_HISTORY);
        assertEquals(List.of(), world.history.of(world.bob, world.channel, new Slice.Newest(), 50));
        Answer.forbidden("READ_MESSAGE_HISTORY", () -> world.history.one(world.bob, world.channel, message.id()));
    }

    @Test
    void a_new_node_knows_where_channels_end_and_gives_no_id_below() {
        var last = world.say(world.ann, "x");
        var ledger = new Ledger(world.database, world.bus, 0);
        assertEquals(last.id().value(), ledger.open());
        assertEquals(last.id(), ledger.newest(world.channel));
    }

    @Test
    void many_readers_of_a_cold_channel_ask_the_database_once() throws Exception {
        world.say(world.ann, "x");
        var source = new FaultySource(world.postgres.server());
        var cold = new Ledger(new Database(source), world.bus, 0);
        cold.open();
        var history = new History(cold, world.channels);
        int before = source.connections();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Quoted>> read = () -> history.of(world.ann, world.channel, new Slice.Newest(), 50);
            for (var future : threads.invokeAll(Collections.nCopies(40, read))) {
                assertEquals(1, future.get().size());
            }
        }
        assertEquals(1, source.connections() - before, "the messages, none of which has reactions");
    }

    /// Posts, edits, deletes, reacts and reads at random; what somebody else has deleted meanwhile is passed over.
    private int live(Random random, Caller person) {
        var mine = new ArrayList<MessageId>();
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            try {
                act(random, person, mine);
            } catch (Refused gone) {
                refused++;
            }
        }
        return refused;
    }

    private void act(Random random, Caller person, List<MessageId> mine) {
        var seen = world.history.of(person, world.channel, slice(random, somewhere(random)), 1 + random.nextInt(100));
        var any = seen.isEmpty()
                ? new MessageId(1)
                : seen.get(random.nextInt(seen.size())).message().id();
        String emoji = EMOJI.get(random.nextInt(EMOJI.size()));
        switch (random.nextInt(8)) {
            case 0 -> world.reactions.add(person, world.channel, any, emoji);
            case 1 -> world.reactions.remove(person, world.channel, any, emoji, person.id());
            case 2 -> {
                if (!mine.isEmpty()) {
                    var id = mine.get(random.nextInt(mine.size()));
                    var text = new Revision("edit " + random.nextInt(), null, AllowedMentions.ALL);
                    world.messages.edit(person, world.channel, id, text);
                }
            }
            case 3 -> {
                if (!mine.isEmpty()) {
                    world.messages.delete(person, world.channel, mine.remove(random.nextInt(mine.size())));
                }
            }
            case 4 ->
                world.messages.post(
                        person,
                        world.channel,
                        new Draft("reply", null, new Draft.Answering(any, false), AllowedMentions.ALL, 0));
            default -> mine.add(world.say(person, "text " + random.nextInt()).id());
        }
    }

    private MessageId pivot(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new MessageId(world.ids.next());
            case 1 -> new MessageId(1);
            case 2 -> new MessageId(model.get(random.nextInt(model.size())).value() - 1);
            default -> model.get(random.nextInt(model.size()));
        };
    }

    private List<MessageId> read(Slice slice, int limit) {
        return world.history.of(world.bob, world.channel, slice, limit).stream()
                .map(it -> it.message().id())
                .toList();
    }

    private List<MessageId> below(MessageId pivot) {
        return model.stream().filter(it -> it.compareTo(pivot) < 0).toList();
    }

    private List<MessageId> around(MessageId pivot, int limit) {
        var above = model.stream().filter(it -> it.compareTo(pivot) > 0).limit(limit / 2);
        var upTo = model.stream().filter(it -> it.compareTo(pivot) <= 0).toList();
        var around = new ArrayList<>(above.toList().reversed());
        around.addAll(newest(upTo, limit - limit / 2));
        return around;
    }

    private static List<MessageId> newest(List<MessageId> ids, int limit) {
        return ids.subList(Math.max(0, ids.size() - limit), ids.size()).reversed();
    }
}
