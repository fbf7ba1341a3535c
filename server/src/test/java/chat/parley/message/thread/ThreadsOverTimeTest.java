package chat.parley.message.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.ChannelId;
import chat.parley.channel.Channel;
import chat.parley.channel.ThreadStore.Sought;
import chat.parley.channel.thread.ThreadArchives;
import chat.parley.channel.thread.ThreadChange;
import chat.parley.channel.thread.ThreadDraft;
import chat.parley.channel.thread.ThreadMembers;
import chat.parley.channel.thread.Threads;
import chat.parley.guild.Standing;
import chat.parley.message.Deadline;
import chat.parley.message.World;
import chat.parley.message.thread.ThreadSearch.Query;
import chat.parley.message.thread.ThreadSearch.Sort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ThreadsOverTimeTest {
    private static final int MANY = 5_000;

    private final World world = new World();
    private final Threads threads = new Threads(world.channels, new Standing(world.users, world.clock), world.clock);
    private final ThreadMembers members = new ThreadMembers(world.channels, world.clock);
    private final ThreadUpkeep upkeep =
            new ThreadUpkeep(world.channels, threads, members, world.messages, world.bus, world.clock);

    @AfterEach
    void close() {
        upkeep.close();
        world.close();
    }

    @Test
    void a_silent_thread_is_archived_when_its_time_is_over_and_not_before() {
        var silent = start("silent", 60);
        var spoken = start("spoken", 60);
        var slow = start("slow", 1_440);
        world.clock.pass(Duration.ofMinutes(50));
        world.messages.post(world.ann, spoken, World.text("still here"));
        world.clock.pass(Duration.ofMinutes(9));
        upkeep.archive();
        assertFalse(archived(silent));
        world.clock.pass(Duration.ofMinutes(2));
        upkeep.archive();
        assertTrue(archived(silent));
        assertFalse(archived(spoken), "somebody wrote in it");
        assertFalse(archived(slow));
        world.clock.pass(Duration.ofMinutes(50));
        upkeep.archive();
        assertTrue(archived(spoken));
    }

    @Test
    void what_became_silent_while_nothing_ran_is_archived_at_the_start() {
        var thread = start("left", 60);
        world.clock.pass(Duration.ofDays(2));
        try (var next = new ThreadUpkeep(world.channels, threads, members, world.messages, world.bus, world.clock)) {
            next.start();
            Deadline.await(() -> archived(thread));
        }
    }

    @Test
    void thousands_of_archived_threads_are_paged_without_gap_or_double_and_by_the_index() {
        fill();
        var archives = new ThreadArchives(world.guilds, world.channels);
        var seen = new ArrayList<ChannelId>();
        Instant before = null;
        while (true) {
            var page = archives.publicOf(world.ann, world.channel, before, 100);
            page.threads().forEach(it -> seen.add(it.id()));
            if (!page.more()) {
                break;
            }
            var last = page.threads().getLast().thread();
            before = last == null ? null : last.changedAt();
        }
        assertEquals(MANY, seen.size());
        assertEquals(MANY, new HashSet<>(seen).size());
        var plan = explain("""
                EXPLAIN SELECT id FROM threads
                WHERE parent = %s AND archived AND kind <> 'PRIVATE_THREAD' AND changed_at < now()
                ORDER BY changed_at DESC, id DESC LIMIT 50
                """.formatted(world.channel));
        assertTrue(plan.contains("threads_archived_public"), plan);
        assertFalse(plan.contains("Sort"), plan);
    }

    @Test
    void threads_are_found_by_name_and_tags_in_either_order() {
        fill();
        var search = new ThreadSearch(world.channels, world.messages, world.ledger);
        var active = start("Number 4999 again", 60);
        var both =
                search.of(world.ann, world.channel, new Query(sought("number 499"), null, Sort.ACTIVITY, false, 25, 0));
        assertEquals(12, both.total());
        assertEquals(active, both.threads().getFirst().id(), "active ones first");
        var oldest = search.of(world.ann, world.channel, new Query(sought(""), true, Sort.CREATION, true, 2, 1));
        assertEquals(
                List.of("Number 1", "Number 2"),
                oldest.threads().stream().map(Channel::name).toList());
        assertTrue(oldest.more());
        var tagged = search.of(
                world.ann,
                world.channel,
                new Query(new Sought("", List.of(7L, 8L), true), true, Sort.ACTIVITY, false, 25, 0));
        assertEquals(MANY / 100, tagged.total());
        assertEquals(
                0,
                search.of(world.ann, world.channel, new Query(sought("100%"), null, Sort.ACTIVITY, false, 25, 0))
                        .total(),
                "what means something to the database means nothing here");
    }

    /// Every hundredth has the tags 7 and 8.
    private void fill() {
        world.database.change(
                """
                INSERT INTO threads (id, guild, parent, kind, name, slowmode_s, owner, archived, locked, invitable,
                    auto_archive_min, changed_at, created_at, pinned, tags)
                SELECT 1000 + n, ?, ?, CASE WHEN n < ? THEN 'PUBLIC_THREAD' ELSE 'PRIVATE_THREAD' END, 'Number ' || n, 0,
                    ?, true, false, true, 60, ?::timestamptz + make_interval(secs => n), now(), false,
                    CASE WHEN n % 100 = 0 THEN '{7,8}'::bigint[] ELSE '{7}'::bigint[] END
                FROM generate_series(0, ?) AS n
                """,
                world.guild,
                world.channel,
                MANY,
                world.owner.id(),
                world.clock.instant().minus(Duration.ofDays(30)),
                MANY + 20);
        world.database.change("ANALYZE threads");
    }

    private String explain(String sql) {
        return String.join("\n", world.database.list(sql, row -> row.text("QUERY PLAN")));
    }

    private static Sought sought(String name) {
        return new Sought(name, List.of(), false);
    }

    private ChannelId start(String name, int archiveMin) {
        var id = new ChannelId(world.ids.next());
        var draft = new ThreadDraft(Channel.Kind.PUBLIC_THREAD, name, archiveMin, null, true, List.of());
        threads.start(world.owner, world.channel, id, draft);
        threads.change(world.owner, id, ThreadChange.archiving(false));
        return id;
    }

    private boolean archived(ChannelId id) {
        var thread = world.channels.find(id);
        return thread != null && thread.archived();
    }
}
