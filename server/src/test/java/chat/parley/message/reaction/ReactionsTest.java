package chat.parley.message.reaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.message.Answer;
import chat.parley.message.Message;
import chat.parley.message.Message.Reaction;
import chat.parley.message.MessageEvent;
import chat.parley.message.World;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReactionsTest {
    private final World world = new World();
    private final Message message = world.say(world.ann, "react to me");

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void reactions_are_counted_in_the_order_in_which_they_came() {
        add(world.bob, "🔥");
        add(world.ann, "👍");
        add(world.ann, "🔥");
        add(world.ann, "🔥");
        assertEquals(
                List.of(
                        new Reaction("🔥", List.of(world.bob.id(), world.ann.id())),
                        new Reaction("👍", List.of(world.ann.id()))),
                reactions());
        assertEquals(3, world.heard(MessageEvent.ReactionAdded.class).size());
        assertEquals(
                new MessageEvent.ReactionAdded(
                        world.guild, world.channel, message.id(), world.ann.id(), world.bob.id(), "🔥"),
                world.heard(MessageEvent.ReactionAdded.class).getFirst());
    }

    @Test
    void two_spellings_are_one_reaction() {
        add(world.ann, "❤");
        add(world.bob, "❤️");
        assertEquals(List.of(new Reaction("❤️", List.of(world.ann.id(), world.bob.id()))), reactions());
    }

    @Test
    void what_is_no_emoji_is_unknown() {
        for (String text : List.of("x", "party:123456789012345678", "👍👍", "")) {
            Answer.unknown(Thing.EMOJI, () -> add(world.ann, text));
        }
    }

    @Test
    void a_new_emoji_needs_more_than_one_that_is_there() {
        world.deny(Permission.ADD_REACTIONS);
        Answer.forbidden("ADD_REACTIONS", () -> add(world.bob, "👍"));
        add(world.owner, "👍");
        add(world.bob, "👍");
        world.deny(Permission.READ_MESSAGE_HISTORY);
        Answer.forbidden("READ_MESSAGE_HISTORY", () -> add(world.ann, "👍"));
    }

    @Test
    void a_message_has_room_for_twenty_kinds() {
        for (int i = 0; i < Limits.REACTION_KINDS_MAX; i++) {
            add(world.ann, Character.toString(0x1F600 + i));
        }
        Answer.no(new Refusal.Full(Thing.REACTION, 20), () -> add(world.ann, "🔥"));
        add(world.bob, Character.toString(0x1F600));
    }

    @Test
    void own_ones_go_freely_and_those_of_others_need_a_moderator() {
        add(world.ann, "🔥");
        add(world.bob, "🔥");
        world.reactions.remove(world.ann, world.channel, message.id(), "🔥", world.ann.id());
        world.reactions.remove(world.ann, world.channel, message.id(), "🔥", world.ann.id());
        Answer.forbidden(
                "MANAGE_MESSAGES",
                () -> world.reactions.remove(world.ann, world.channel, message.id(), "🔥", world.bob.id()));
        world.reactions.remove(world.owner, world.channel, message.id(), "🔥", world.bob.id());
        assertEquals(List.of(), reactions());
        assertEquals(2, world.heard(MessageEvent.ReactionRemoved.class).size());
        assertEquals(0, stored());
    }

    @Test
    void moderators_clear_one_emoji_or_all() {
        add(world.ann, "🔥");
        add(world.ann, "👍");
        add(world.ann, "❤️");
        Answer.forbidden("MANAGE_MESSAGES", () -> world.reactions.clear(world.ann, world.channel, message.id()));
        world.reactions.clear(world.owner, world.channel, message.id(), "👍");
        assertEquals(2, stored());
        world.reactions.clear(world.owner, world.channel, message.id());
        assertEquals(0, stored());
        assertEquals(
                List.of(
                        new MessageEvent.ReactionsCleared(world.guild, world.channel, message.id(), "👍"),
                        new MessageEvent.ReactionsCleared(world.guild, world.channel, message.id(), null)),
                world.heard(MessageEvent.ReactionsCleared.class));
    }

    @Test
    void those_who_reacted_are_listed_in_pages() {
        var people = new ArrayList<UserId>();
        for (int i = 0; i < 7; i++) {
            var person = world.person("p" + i);
            world.join(person);
            add(person, "🔥");
            people.add(person.id());
        }
        assertEquals(people.subList(0, 3), page(null, 3));
        assertEquals(people.subList(3, 6), page(people.get(2), 3));
        assertEquals(people.subList(6, 7), page(people.get(5), 3));
        assertTrue(world.reactions
                .users(world.ann, world.channel, message.id(), "👍", null, 3)
                .isEmpty());
    }

    @Test
    void reactions_are_read_from_the_database_as_they_stand_in_memory() {
        Stream.of("👍", "🔥", "❤️").forEach(it -> {
            add(world.bob, it);
            add(world.ann, it);
        });
        var kept = reactions();
        world.ledger.forget(world.channel);
        world.say(world.ann, "the channel is known again");
        assertEquals(kept, reactions());
    }

    private void add(Caller caller, String emoji) {
        world.reactions.add(caller, world.channel, message.id(), emoji);
    }

    private List<UserId> page(@Nullable UserId after, int limit) {
        return world.reactions.users(world.ann, world.channel, message.id(), "🔥", after, limit);
    }

    private List<Reaction> reactions() {
        return world.history
                .one(world.ann, world.channel, message.id())
                .message()
                .reactions();
    }

    private int stored() {
        return world.database
                .first("SELECT count(*) AS n FROM reactions", row -> row.integer("n"))
                .orElse(-1);
    }
}
