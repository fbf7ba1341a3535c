package chat.parley.message.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.message.Answer;
import chat.parley.message.Message;
import chat.parley.message.MessageEvent;
import chat.parley.message.Slice;
import chat.parley.message.World;
import chat.parley.permission.Permission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PinsTest {
    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void a_pin_is_marked_told_and_announced_once() {
        var message = world.say(world.ann, "keep this");
        world.pins.pin(world.owner, world.channel, message.id());
        world.pins.pin(world.owner, world.channel, message.id());
        assertTrue(one(message.id()).pinned());
        assertEquals(
                List.of(new MessageEvent.PinsChanged(world.guild, world.channel, world.clock.instant())),
                world.heard(MessageEvent.PinsChanged.class));
        var notice = world.history
                .of(world.ann, world.channel, new Slice.Newest(), 1)
                .getFirst()
                .message();
        assertEquals(Message.PIN_NOTICE, notice.kind());
        assertEquals(message.id(), notice.replyTo());
        assertEquals(world.owner.id(), notice.author());
        Answer.unfit(Why.SYSTEM_MESSAGE, () -> world.pins.pin(world.owner, world.channel, notice.id()));
    }

    @Test
    void pins_are_listed_newest_first_in_pages() {
        var pinned = new ArrayList<MessageId>();
        for (int i = 0; i < 5; i++) {
            var id = world.say(world.ann, "m" + i).id();
            world.clock.pass(Duration.ofSeconds(1));
            world.pins.pin(world.owner, world.channel, id);
            pinned.addFirst(id);
        }
        var first = world.pins.list(world.ann, world.channel, null, 3);
        assertEquals(pinned.subList(0, 3), ids(first));
        assertTrue(first.more());
        var second =
                world.pins.list(world.ann, world.channel, first.pins().getLast().at(), 3);
        assertEquals(pinned.subList(3, 5), ids(second));
        assertFalse(second.more());
        assertEquals(
                first.pins().getFirst().at(),
                world.pins.newestIn(List.of(world.channel)).get(world.channel));
    }

    @Test
    void unpinning_and_deleting_take_a_pin_away() {
        var a = world.say(world.ann, "a").id();
        var b = world.say(world.ann, "b").id();
        world.pins.pin(world.owner, world.channel, a);
        world.pins.pin(world.owner, world.channel, b);
        world.pins.unpin(world.owner, world.channel, b);
        world.pins.unpin(world.owner, world.channel, b);
        assertFalse(one(b).pinned());
        world.messages.delete(world.ann, world.channel, a);
        assertEquals(List.of(), ids(world.pins.list(world.ann, world.channel, null, 50)));
        assertEquals(4, world.heard(MessageEvent.PinsChanged.class).size());
        assertNull(world.heard(MessageEvent.PinsChanged.class).getLast().newestPin());
    }

    @Test
    void who_may_not_pin_or_read_is_told_so() {
        var id = world.say(world.ann, "a").id();
        world.deny(Permission.PIN_MESSAGES, Permission.MANAGE_MESSAGES);
        Answer.forbidden("PIN_MESSAGES", () -> world.pins.pin(world.ann, world.channel, id));
        world.allow(world.ann, Permission.PIN_MESSAGES);
        world.allow(world.bob, Permission.MANAGE_MESSAGES);
        world.pins.pin(world.ann, world.channel, id);
        world.pins.unpin(world.bob, world.channel, id);
        Answer.unknown(Thing.MESSAGE, () -> world.pins.pin(world.ann, world.channel, new MessageId(9)));
    }

    @Test
    void a_channel_holds_up_250() {
        var id = world.say(world.ann, "one too many").id();
        world.database.change("""
                INSERT INTO messages (channel_id, id, guild_id, author_id, kind, flags, content, mention_users,
                                      mention_roles, mention_everyone, pinned_at)
                SELECT ?, n, ?, ?, 0, 0, 'x', '{}', '{}', false, now() FROM generate_series(1, ?) AS n
                """, world.channel, world.guild, world.ann.id(), Limits.PINS_MAX);
        Answer.no(new Refusal.Full(Thing.PIN, Limits.PINS_MAX), () -> world.pins.pin(world.owner, world.channel, id));
    }

    private Message one(MessageId id) {
        return world.history.one(world.ann, world.channel, id).message();
    }

    private static List<MessageId> ids(Pins.Page page) {
        return page.pins().stream().map(it -> it.message().message().id()).toList();
    }
}
