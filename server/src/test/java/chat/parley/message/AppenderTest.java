package chat.parley.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.DatabaseFault;
import chat.parley.testing.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The durable append against a real PostgreSQL that can be made to fail, to hang and to lose an answer.
final class AppenderTest {
    private static final GuildId GUILD = new GuildId(1);
    private static final ChannelId CHANNEL = new ChannelId(2);

    private static TestDatabase postgres;

    private final Snowflakes ids = new Snowflakes(Clock.systemUTC(), 1);
    private final List<Message> published = Collections.synchronizedList(new ArrayList<>());
    private FaultySource source;
    private Appender appender;

    @BeforeAll
    static void begin() {
        postgres = TestDatabase.fresh();
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @BeforeEach
    void start() {
        postgres.database().change("TRUNCATE messages, message_nonces, mentions");
        source = new FaultySource(postgres.server());
        appender = appender(Limits.APPEND_QUEUE_MAX);
    }

    @AfterEach
    void stop() {
        source.heal();
        appender.close();
    }

    @Test
    void ids_commits_and_events_have_one_order_under_fifty_senders() throws Exception {
        var receipts = together(50, sender -> {
            for (int i = 0; i < 40; i++) {
                written(appender.append(entry(sender, "text " + i, null)));
            }
            return sender;
        });
        assertEquals(50, receipts.size());
        var stored = stored();
        assertEquals(2_000, stored.size());
        assertEquals(stored, published.stream().map(it -> it.id().value()).toList());
        assertEquals(
                stored,
                postgres.database()
                        .list("SELECT id FROM messages ORDER BY xmin::text::bigint, ctid", row -> row.number("id")),
                "the order of transactions is the order of ids");
    }

    @Test
    void a_repeated_nonce_creates_and_publishes_nothing() {
        var first = written(appender.append(entry(7, "once", "n")));
        assertEquals(new Receipt.Repeated(first.id()), appender.append(entry(7, "twice", "n")));
        written(appender.append(entry(8, "another's", "n")));
        assertEquals(2, published.size());
        assertEquals(2, stored().size());
    }

    @Test
    void one_nonce_sent_fifty_times_at_once_creates_one_message() throws Exception {
        var receipts = together(50, any -> appender.append(entry(7, "storm", "same")));
        assertEquals(1, stored().size());
        assertEquals(1, published.size());
        assertEquals(
                1, receipts.stream().filter(Receipt.Written.class::isInstance).count());
        var id = published.getFirst().id();
        assertEquals(
                49, receipts.stream().filter(new Receipt.Repeated(id)::equals).count());
    }

    @Test
    void a_nonce_holds_after_a_restart() {
        var first = written(appender.append(entry(7, "before", "n")));
        appender.close();
        appender = appender(Limits.APPEND_QUEUE_MAX);
        assertEquals(new Receipt.Repeated(first.id()), appender.append(entry(7, "after", "n")));
    }

    @Test
    void a_nonce_is_free_again_after_its_window() {
        written(appender.append(entry(7, "old", "n")));
        long aged = Snowflakes.floor(Clock.systemUTC().instant().minusMillis(Limits.NONCE_WINDOW_MS + 1));
        postgres.database().change("UPDATE message_nonces SET message_id = ?", aged);
        var second = written(appender.append(entry(7, "new", "n")));
        assertEquals(new Receipt.Repeated(second.id()), appender.append(entry(7, "new again", "n")));
        assertEquals(2, stored().size());
    }

    @Test
    void nobody_is_answered_before_the_commit() throws Exception {
        source.pauseCommits();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sender = threads.submit(() -> appender.append(entry(7, "slow", null)));
            source.awaitPaused();
            assertFalse(sender.isDone());
            assertTrue(published.isEmpty());
            source.heal();
            written(sender.get());
        }
        assertEquals(1, published.size());
    }

    @Test
    void a_failed_commit_fails_its_senders_and_the_writer_goes_on() {
        source.failBeforeCommit();
        assertBusy(() -> appender.append(entry(7, "lost", "n")));
        assertTrue(published.isEmpty());
        source.heal();
        written(appender.append(entry(7, "lost", "n")));
        assertEquals(1, stored().size());
        assertEquals(1, published.size());
    }

    @Test
    void a_commit_whose_answer_was_lost_is_found_and_published_once() {
        source.failAfterCommit();
        var message = written(appender.append(entry(7, "there", "n")));
        assertEquals(List.of(message), published);
        source.heal();
        assertEquals(new Receipt.Repeated(message.id()), appender.append(entry(7, "there", "n")));
        assertEquals(List.of(message.id().value()), stored());
    }

    @Test
    void while_a_commit_is_in_doubt_nothing_later_is_written() throws Exception {
        source.failAfterCommitAndStayAway();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> appender.append(entry(7, "in doubt", null)));
            source.awaitRefusals(2);
            var second = threads.submit(() -> appender.append(entry(8, "later", null)));
            source.awaitRefusals(4);
            assertFalse(first.isDone());
            assertFalse(second.isDone());
            source.heal();
            assertTrue(written(first.get()).id().value()
                    < written(second.get()).id().value());
        }
        assertEquals(
                List.of("in doubt", "later"),
                published.stream().map(Message::content).toList());
    }

    @Test
    void a_row_that_the_database_refuses_fails_alone() throws Exception {
        source.pauseCommits();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var opener = threads.submit(() -> appender.append(entry(1, "opens the batch", null)));
            source.awaitPaused();
            var senders = new ArrayList<Future<Receipt>>();
            for (String text : List.of("good", "bad \0 bad", "good too")) {
                senders.add(threads.submit(() -> appender.append(entry(2, text, null))));
                awaitWaiting(senders.size());
            }
            source.heal();
            written(opener.get());
            written(senders.get(0).get());
            var failure = assertThrows(Exception.class, () -> senders.get(1).get());
            assertInstanceOf(DatabaseFault.class, failure.getCause());
            written(senders.get(2).get());
        }
        assertEquals(
                List.of("opens the batch", "good", "good too"),
                published.stream().map(Message::content).toList());
    }

    @Test
    void a_full_queue_refuses_and_leaves_nothing_half_done() throws Exception {
        appender.close();
        appender = appender(2);
        source.pauseCommits();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var senders = new ArrayList<Future<Receipt>>();
            senders.add(threads.submit(() -> appender.append(entry(1, "being written", null))));
            source.awaitPaused();
            for (int i = 1; i <= 2; i++) {
                senders.add(threads.submit(() -> appender.append(entry(1, "waits", null))));
                awaitWaiting(i);
            }
            assertBusy(() -> appender.append(entry(1, "too much", "n")));
            source.heal();
            for (var sender : senders) {
                written(sender.get());
            }
        }
        written(appender.append(entry(1, "too much", "n")));
        assertEquals(4, stored().size());
        assertEquals(4, published.size());
    }

    @Test
    void what_is_queued_at_the_end_is_written() throws Exception {
        source.pauseCommits();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> appender.append(entry(1, "a", null)));
            source.awaitPaused();
            var second = threads.submit(() -> appender.append(entry(1, "b", null)));
            awaitWaiting(1);
            source.heal();
            appender.close();
            written(first.get());
            written(second.get());
        }
        assertBusy(() -> appender.append(entry(1, "c", null)));
    }

    @Test
    void mentions_are_noted_once_each_and_never_of_oneself() {
        var mentions = new Message.Mentions(List.of(new UserId(7), new UserId(8)), List.of(), true);
        var entry = new Entry(CHANNEL, GUILD, new UserId(7), 0, "hi", null, mentions, 0, null, Extras.NONE);
        written(appender.append(entry));
        assertEquals(
                List.of(GUILD.value(), 8L),
                postgres.database().list("SELECT target_id FROM mentions ORDER BY 1", row -> row.number("target_id")));
    }

    private Appender appender(int queueMax) {
        var made = new Appender(
                new AppendStore(source.database()),
                ids,
                Clock.systemUTC(),
                queueMax,
                (message, entry) -> published.add(message));
        made.start();
        return made;
    }

    private void awaitWaiting(int count) {
        Deadline.await(() -> appender.waiting() == count);
    }

    private List<Long> stored() {
        return postgres.database().list("SELECT id FROM messages ORDER BY id", row -> row.number("id"));
    }

    private static Entry entry(long author, String content, @Nullable String nonce) {
        return new Entry(
                CHANNEL, GUILD, new UserId(author), 0, content, null, Message.Mentions.NONE, 0, nonce, Extras.NONE);
    }

    private static Message written(Receipt receipt) {
        return assertInstanceOf(Receipt.Written.class, receipt).message();
    }

    private static void assertBusy(Runnable send) {
        assertInstanceOf(
                Refusal.Busy.class, assertThrows(Refused.class, send::run).refusal());
    }

    private interface Sending<T> {
        T by(long sender) throws Exception;
    }

    private static <T> List<T> together(int senders, Sending<T> sending) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<T>>();
            for (int i = 1; i <= senders; i++) {
                long sender = i;
                tasks.add(() -> sending.by(sender));
            }
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
