package chat.parley.message.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.MessageId;
import chat.parley.base.refusal.Refusal;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelDraft;
import chat.parley.message.AllowedMentions;
import chat.parley.message.Answer;
import chat.parley.message.MessageEvent;
import chat.parley.message.Revision;
import chat.parley.message.World;
import chat.parley.permission.Permission;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReadStatesTest {
    private final World world = new World();

    @BeforeEach
    void later() {
        world.clock.pass(Duration.ofSeconds(1));
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void calls_are_counted_until_they_are_read() {
        var role = world.role(true);
        world.members.give(world.owner, world.guild, world.bob.id(), role.id());
        world.say(world.ann, "no call");
        world.say(world.ann, "<@" + world.bob.id() + "> <@&" + role.id() + "> both count once");
        var second = world.say(world.owner, "@everyone");
        world.say(world.ann, "<@&" + role.id() + ">");
        assertEquals(3, state(world.bob).mentions());
        assertEquals(1, state(world.ann).mentions(), "only the call of everyone");
        assertEquals(0, state(world.owner).mentions(), "nobody calls themselves");
        var acked = world.readStates.ack(world.bob, world.channel, second.id(), false);
        assertEquals(new ReadState(world.channel, second.id(), 1), acked);
        assertEquals(acked, state(world.bob));
        assertEquals(
                new MessageEvent.Acked(world.guild, world.channel, world.bob.id(), second.id(), 1),
                world.heard(MessageEvent.Acked.class).getLast());
    }

    @Test
    void a_late_ack_does_not_mark_as_unread_but_a_deliberate_one_does() {
        var first = world.say(world.ann, "a <@" + world.bob.id() + ">").id();
        var second = world.say(world.ann, "b <@" + world.bob.id() + ">").id();
        world.readStates.ack(world.bob, world.channel, second, false);
        assertEquals(
                new ReadState(world.channel, second, 0), world.readStates.ack(world.bob, world.channel, first, false));
        assertEquals(new ReadState(world.channel, second, 0), state(world.bob));
        world.readStates.ack(world.bob, world.channel, first, true);
        assertEquals(new ReadState(world.channel, first, 1), state(world.bob));
    }

    @Test
    void nobody_reads_ahead_of_what_was_written() {
        var last = world.say(world.ann, "a").id();
        var acked = world.readStates.ack(world.bob, world.channel, new MessageId(Long.MAX_VALUE), false);
        assertEquals(last, acked.upTo());
    }

    @Test
    void what_was_written_before_somebody_joined_is_read() {
        world.say(world.owner, "@everyone early");
        world.clock.pass(Duration.ofSeconds(1));
        var late = world.person("late");
        world.join(late);
        world.clock.pass(Duration.ofSeconds(1));
        assertEquals(0, state(late).mentions());
        assertTrue(state(late)
                        .upTo()
                        .compareTo(world.say(world.owner, "@everyone now").id())
                < 0);
        assertEquals(1, state(late).mentions());
    }

    @Test
    void only_visible_channels_have_a_state() {
        var voice = world.layout.add(world.owner, world.guild, ChannelDraft.of(Channel.Kind.VOICE, "v"));
        var category = world.layout.add(world.owner, world.guild, ChannelDraft.of(Channel.Kind.CATEGORY, "c"));
        var channels = world.readStates.of(world.ann.id()).stream()
                .map(ReadState::channel)
                .toList();
        assertTrue(channels.contains(voice.id()));
        assertTrue(!channels.contains(category.id()));
        world.deny(Permission.VIEW_CHANNEL);
        assertTrue(world.readStates.of(world.ann.id()).stream()
                .noneMatch(it -> it.channel().equals(world.channel)));
        Answer.no(
                new Refusal.NoAccess(), () -> world.readStates.ack(world.ann, world.channel, new MessageId(1), false));
        world.readStates.ackIfSeen(world.ann, world.channel, new MessageId(1));
        assertEquals(List.of(), world.heard(MessageEvent.Acked.class));
    }

    @Test
    void a_deleted_message_calls_nobody_and_an_edited_one_whom_it_names_now() {
        var gone = world.say(world.ann, "<@" + world.bob.id() + ">");
        world.messages.delete(world.ann, world.channel, gone.id());
        assertEquals(0, state(world.bob).mentions());
        var edited = world.say(world.ann, "nobody");
        world.messages.edit(
                world.ann,
                world.channel,
                edited.id(),
                new Revision("<@" + world.bob.id() + ">", null, AllowedMentions.ALL));
        assertEquals(1, state(world.bob).mentions());
    }

    @Test
    void writing_is_told_now_and_then() {
        world.typing.start(world.ann, world.channel);
        world.typing.start(world.ann, world.channel);
        world.clock.pass(Duration.ofSeconds(4));
        world.typing.start(world.ann, world.channel);
        assertEquals(2, world.heard(MessageEvent.Typing.class).size());
        world.say(world.ann, "there it is");
        world.typing.start(world.ann, world.channel);
        assertEquals(3, world.heard(MessageEvent.Typing.class).size(), "whoever has sent and writes on is news again");
        world.deny(Permission.SEND_MESSAGES);
        Answer.forbidden("SEND_MESSAGES", () -> world.typing.start(world.bob, world.channel));
    }

    private ReadState state(Caller person) {
        return world.readStates.of(person.id()).stream()
                .filter(it -> it.channel().equals(world.channel))
                .findFirst()
                .orElseThrow();
    }
}
