package chat.parley.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelDraft;
import chat.parley.channel.thread.Threads;
import chat.parley.guild.Standing;
import chat.parley.message.oversight.Oversight;
import chat.parley.permission.Permission;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The rules of posting, editing and deleting.
final class MessagesTest {
    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void a_message_is_trimmed_stored_and_told_once() {
        var message = world.say(world.ann, "  hello \n");
        assertEquals("hello", message.content());
        assertEquals(List.of(new MessageEvent.Posted(message, null)), world.heard(MessageEvent.Posted.class));
        assertEquals(
                message,
                world.history.one(world.bob, world.channel, message.id()).message());
        assertEquals(message.id(), world.messages.lastIn(List.of(world.channel)).get(world.channel));
    }

    @Test
    void empty_and_overlong_text_is_refused_and_the_longest_is_not() {
        Answer.unfit(Why.EMPTY_MESSAGE, () -> world.say(world.ann, " \0 \n"));
        assertInstanceOf(Refusal.Invalid.class, Answer.no(() -> world.say(world.ann, "😀".repeat(4_001))));
        assertEquals(8_000, world.say(world.ann, "😀".repeat(4_000)).content().length());
    }

    @Test
    void who_may_not_send_or_see_is_told_so() {
        world.deny(Permission.SEND_MESSAGES);
        Answer.forbidden("SEND_MESSAGES", () -> world.say(world.ann, "x"));
        world.deny(Permission.VIEW_CHANNEL);
        Answer.no(new Refusal.NoAccess(), () -> world.say(world.ann, "x"));
        var stranger = world.person("stranger");
        Answer.unknown(Thing.CHANNEL, () -> world.say(stranger, "x"));
        assertTrue(world.events.isEmpty());
    }

    @Test
    void a_category_holds_no_messages() {
        var category = world.layout.add(world.owner, world.guild, ChannelDraft.of(Channel.Kind.CATEGORY, "c"));
        Answer.unfit(Why.NO_TEXT_CHANNEL, () -> world.messages.post(world.owner, category.id(), World.text("x")));
    }

    @Test
    void a_reply_quotes_and_calls_the_author_of_what_it_answers() {
        var first = world.say(world.ann, "question");
        var reply = reply(first.id(), true, AllowedMentions.ALL);
        var posted = world.messages.post(world.bob, world.channel, reply);
        assertEquals(Message.REPLY, posted.message().kind());
        assertEquals(first.id(), posted.message().replyTo());
        assertEquals(first, posted.answered());
        assertEquals(List.of(world.ann.id()), posted.message().mentions().users());
        var silent = new AllowedMentions(true, true, true, List.of(), List.of(), false);
        var quiet = world.messages.post(world.bob, world.channel, reply(first.id(), true, silent));
        assertEquals(Message.Mentions.NONE, quiet.message().mentions());
        world.messages.delete(world.ann, world.channel, first.id());
        assertNull(world.history
                .one(world.bob, world.channel, posted.message().id())
                .answered());
    }

    @Test
    void a_reply_to_nothing_is_refused_unless_it_need_not_succeed() {
        var nothing = new MessageId(5);
        assertInstanceOf(
                Refusal.Invalid.class,
                Answer.no(() ->
                        world.messages.post(world.bob, world.channel, reply(nothing, true, AllowedMentions.ALL))));
        var plain = world.messages.post(world.bob, world.channel, reply(nothing, false, AllowedMentions.ALL));
        assertEquals(Message.DEFAULT, plain.message().kind());
        var first = world.say(world.ann, "x");
        world.deny(Permission.READ_MESSAGE_HISTORY);
        Answer.unfit(
                Why.REPLY_WITHOUT_HISTORY,
                () -> world.messages.post(world.bob, world.channel, reply(first.id(), true, AllowedMentions.ALL)));
    }

    @Test
    void only_who_may_calls_everyone_and_roles_that_are_not_mentionable() {
        world.deny(Permission.MENTION_EVERYONE);
        var open = world.role(true);
        var closed = world.role(false);
        String text = "@everyone <@&" + open.id() + "> <@&" + closed.id() + "> <@" + world.bob.id() + "> <@77>";
        var mine = world.say(world.ann, text).mentions();
        assertFalse(mine.everyone());
        assertEquals(List.of(open.id()), mine.roles());
        assertEquals(List.of(world.bob.id()), mine.users());
        var owners = world.say(world.owner, text).mentions();
        assertTrue(owners.everyone());
        assertEquals(List.of(open.id(), closed.id()), owners.roles());
    }

    @Test
    void the_author_limits_whom_a_message_calls() {
        String text = "@here <@" + world.bob.id() + "> <@" + world.ann.id() + ">";
        var only = new AllowedMentions(false, false, false, List.of(world.bob.id()), List.of(), false);
        var posted = world.messages.post(world.owner, world.channel, new Draft(text, null, null, only, 0));
        assertEquals(
                new Message.Mentions(List.of(world.bob.id()), List.of(), false),
                posted.message().mentions());
    }

    @Test
    void flags_that_senders_may_not_set_are_dropped() {
        var posted = world.messages.post(
                world.ann, world.channel, new Draft("x", null, null, AllowedMentions.ALL, ~Message.IS_VOICE_MESSAGE));
        assertEquals(
                Message.SUPPRESS_EMBEDS | Message.SUPPRESS_NOTIFICATIONS,
                posted.message().flags());
    }

    @Test
    void slow_mode_holds_members_up_but_not_moderators_and_not_a_repeat() {
        world.slowmode(10);
        var draft = new Draft("once", "n", null, AllowedMentions.ALL, 0);
        var first = world.messages.post(world.ann, world.channel, draft);
        Answer.no(new Refusal.TooSoon(10_000), () -> world.say(world.ann, "again"));
        assertEquals(first, world.messages.post(world.ann, world.channel, draft));
        world.say(world.bob, "another's turn");
        world.say(world.owner, "a");
        world.say(world.owner, "b");
        world.clock.pass(Duration.ofSeconds(10));
        world.say(world.ann, "again");
        Answer.no(new Refusal.TooSoon(10_000), () -> world.say(world.ann, "and again"));
    }

    @Test
    void slow_mode_remembers_over_a_restart() {
        world.slowmode(10);
        world.say(world.ann, "before");
        var restarted = new Messages(
                world.ledger,
                world.database,
                world.channels,
                new Threads(world.channels, new Standing(world.users, world.clock), world.clock),
                world.conversations,
                world.users,
                world.ids,
                world.clock,
                Oversight.NONE);
        Answer.no(new Refusal.TooSoon(10_000), () -> restarted.post(world.ann, world.channel, World.text("after")));
    }

    @Test
    void authors_edit_their_text_and_nobody_elses() {
        var message = world.say(world.ann, "old");
        world.clock.pass(Duration.ofSeconds(1));
        var edited = edit(world.ann, message, " new <@" + world.bob.id() + "> ").message();
        assertEquals("new <@" + world.bob.id() + ">", edited.content());
        assertEquals(world.clock.instant(), edited.editedAt());
        assertEquals(List.of(world.bob.id()), edited.mentions().users());
        assertEquals(List.of(new MessageEvent.Edited(edited, null)), world.heard(MessageEvent.Edited.class));
        edit(world.ann, message, edited.content());
        assertEquals(1, world.heard(MessageEvent.Edited.class).size(), "nothing changed");
        Answer.unfit(Why.MESSAGE_OF_ANOTHER, () -> edit(world.owner, message, "mine"));
        Answer.unfit(Why.EMPTY_MESSAGE, () -> edit(world.ann, message, " "));
        Answer.unknown(
                Thing.MESSAGE,
                () -> world.messages.edit(
                        world.ann, world.channel, new MessageId(3), new Revision("x", null, AllowedMentions.ALL)));
    }

    @Test
    void moderators_may_hide_embeds_of_others_and_nothing_else() {
        var message = world.say(world.ann, "link");
        var hide = new Revision(null, ~0, AllowedMentions.ALL);
        Answer.forbidden("MANAGE_MESSAGES", () -> world.messages.edit(world.bob, world.channel, message.id(), hide));
        var hidden = world.messages
                .edit(world.owner, world.channel, message.id(), hide)
                .message();
        assertEquals(Message.SUPPRESS_EMBEDS, hidden.flags());
        assertNull(hidden.editedAt());
    }

    @Test
    void deleting_is_for_authors_and_moderators_and_keeps_the_row_unseen() {
        var message = world.say(world.ann, "gone <@" + world.bob.id() + ">");
        Answer.forbidden("MANAGE_MESSAGES", () -> delete(world.bob, message));
        delete(world.owner, message);
        Answer.unknown(Thing.MESSAGE, () -> delete(world.ann, message));
        Answer.unknown(Thing.MESSAGE, () -> world.history.one(world.ann, world.channel, message.id()));
        assertEquals(
                List.of(new MessageEvent.Deleted(world.guild, world.channel, message.id())),
                world.heard(MessageEvent.Deleted.class));
        assertEquals(1, count("SELECT count(*) AS n FROM messages WHERE deleted_at IS NOT NULL"));
        assertEquals(0, count("SELECT count(*) AS n FROM mentions"));
    }

    @Test
    void bulk_deletion_takes_two_to_a_hundred_that_are_young_enough() {
        var a = world.say(world.ann, "a");
        var b = world.say(world.bob, "b");
        Answer.forbidden("MANAGE_MESSAGES", () -> bulk(world.ann, List.of(a.id(), b.id())));
        Answer.unfit(Why.WRONG_COUNT_TO_BULK_DELETE, () -> bulk(world.owner, List.of(a.id(), a.id())));
        var many = LongStream.rangeClosed(1, 101).mapToObj(MessageId::new).toList();
        Answer.unfit(Why.WRONG_COUNT_TO_BULK_DELETE, () -> bulk(world.owner, many));
        long old = Snowflakes.floor(world.clock.instant().minusMillis(Limits.BULK_DELETE_MAX_AGE_MS + 1));
        Answer.unfit(Why.TOO_OLD_TO_BULK_DELETE, () -> bulk(world.owner, List.of(a.id(), new MessageId(old))));
        bulk(world.owner, List.of(a.id(), b.id(), new MessageId(world.ids.next())));
        var told = world.heard(MessageEvent.BulkDeleted.class);
        assertEquals(1, told.size());
        assertEquals(
                List.of(a.id(), b.id()), told.getFirst().ids().stream().sorted().toList());
        assertEquals(List.of(), world.history.of(world.ann, world.channel, new Slice.Newest(), 50));
    }

    @Test
    void a_repeat_returns_the_first_message_even_when_it_was_edited_since() {
        var draft = new Draft("text", "nonce", null, AllowedMentions.ALL, 0);
        var first = world.messages.post(world.ann, world.channel, draft).message();
        var edited = edit(world.ann, first, "changed").message();
        assertEquals(
                edited, world.messages.post(world.ann, world.channel, draft).message());
        assertEquals(1, world.heard(MessageEvent.Posted.class).size());
    }

    private Quoted edit(Caller caller, Message message, String text) {
        return world.messages.edit(caller, world.channel, message.id(), new Revision(text, null, AllowedMentions.ALL));
    }

    private void delete(Caller caller, Message message) {
        world.messages.delete(caller, world.channel, message.id());
    }

    private void bulk(Caller caller, List<MessageId> ids) {
        world.messages.bulkDelete(caller, world.channel, ids);
    }

    private static Draft reply(MessageId to, boolean must, AllowedMentions allowed) {
        return new Draft("answer", null, new Draft.Answering(to, must), allowed, 0);
    }

    private int count(String sql) {
        return world.database.first(sql, row -> row.integer("n")).orElse(0);
    }
}
