package chat.parley.message.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.guild.Standing;
import chat.parley.message.AllowedMentions;
import chat.parley.message.Draft;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.MessageEvent;
import chat.parley.message.World;
import chat.parley.message.rich.Poll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// People vote, change their minds, vote again and for what cannot be; a reference keeps count.
final class PollsPropertyTest {
    private static final int STEPS = 150;

    @Test
    void counts_are_the_votes_nobody_counts_twice_and_the_end_is_final() {
        try (var world = new World()) {
            var polls = new Polls(
                    world.ledger,
                    world.messages,
                    world.channels,
                    new Standing(world.users, world.clock),
                    world.database,
                    world.clock);
            var people = List.of(world.owner, world.ann, world.bob);
            for (long seed = 1; seed <= 8; seed++) {
                walk(world, polls, people, new Random(seed));
            }
        }
    }

    @Test
    void a_poll_whose_time_passed_while_nothing_ran_ends_at_the_next_look_and_once() {
        try (var world = new World()) {
            var polls = new Polls(
                    world.ledger,
                    world.messages,
                    world.channels,
                    new Standing(world.users, world.clock),
                    world.database,
                    world.clock);
            var id = ask(world, false);
            polls.vote(world.ann, world.channel, id, List.of(1));
            world.clock.pass(Duration.ofHours(2));
            // Nobody noted it: the program ended right after the message was written.
            try (var again = new PollUpkeep(polls, world.bus, world.clock)) {
                polls.store().recover();
                again.finish();
                again.finish();
            }
            assertEquals(1, results(world, id));
        }
    }

    private static void walk(World world, Polls polls, List<Caller> people, Random random) {
        boolean many = random.nextBoolean();
        var id = ask(world, many);
        var reference = new HashMap<UserId, Set<Integer>>();
        for (int step = 0; step < STEPS; step++) {
            var person = people.get(random.nextInt(people.size()));
            var wanted = new ArrayList<Integer>();
            for (int i = random.nextInt(4); i > 0; i--) {
                wanted.add(random.nextInt(5));
            }
            var distinct = new HashSet<>(wanted);
            boolean fits = distinct.stream().allMatch(it -> it >= 1 && it <= 3) && (many || wanted.size() <= 1);
            try {
                polls.vote(person, world.channel, id, wanted);
                assertTrue(fits, "accepted: " + wanted);
                reference.put(person.id(), distinct);
            } catch (Refused refused) {
                assertTrue(!fits, "refused: " + wanted);
            }
            compare(world, polls, id, reference);
        }
        end(world, polls, id, random, reference);
        for (var person : people) {
            var refusal = refusal(() -> polls.vote(person, world.channel, id, List.of(1)));
            assertEquals(new Refusal.Unfit(Refusal.Why.POLL_OVER), refusal);
        }
        compare(world, polls, id, reference);
        assertEquals(1, results(world, id), "one result");
    }

    private static void end(
            World world, Polls polls, MessageId id, Random random, Map<UserId, Set<Integer>> reference) {
        if (random.nextBoolean()) {
            polls.expire(world.owner, world.channel, id);
        } else {
            world.clock.pass(Duration.ofHours(1));
        }
        polls.finish(world.channel, id);
        polls.finish(world.channel, id);
        compare(world, polls, id, reference);
    }

    private static void compare(World world, Polls polls, MessageId id, Map<UserId, Set<Integer>> reference) {
        var message = world.ledger.one(world.channel, id);
        for (var reader : List.of(world.owner, world.ann, world.bob)) {
            var tally = Objects.requireNonNull(
                    polls.tallies(List.of(message), reader.id()).get(id));
            assertEquals(reference.getOrDefault(reader.id(), Set.of()), tally.own());
            for (int answer = 1; answer <= 3; answer++) {
                int chosen = answer;
                var voters = reference.entrySet().stream()
                        .filter(it -> it.getValue().contains(chosen))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
                assertEquals(voters.size(), tally.of(answer));
                assertEquals(voters, polls.voters(reader, world.channel, id, answer, null, 100));
            }
        }
    }

    private static long results(World world, MessageId id) {
        return world.heard(MessageEvent.Posted.class).stream()
                .map(MessageEvent.Posted::message)
                .filter(it -> it.kind() == Message.POLL_RESULT && id.equals(it.replyTo()))
                .count();
    }

    private static Refusal refusal(Runnable action) {
        try {
            action.run();
            throw new AssertionError("not refused");
        } catch (Refused refused) {
            return refused.refusal();
        }
    }

    private static MessageId ask(World world, boolean many) {
        var answers =
                List.of(new Poll.Answer(1, "a", null), new Poll.Answer(2, "b", null), new Poll.Answer(3, "c", null));
        var poll = new Poll("Which?", answers, world.clock.instant().plus(Duration.ofHours(1)), many, 1);
        var draft = new Draft("", null, null, AllowedMentions.ALL, 0, Extras.NONE.asking(poll));
        return world.messages.post(world.owner, world.channel, draft).message().id();
    }
}
