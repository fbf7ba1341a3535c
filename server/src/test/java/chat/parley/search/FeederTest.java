package chat.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.message.AllowedMentions;
import chat.parley.message.Message;
import chat.parley.message.Revision;
import chat.parley.message.World;
import chat.parley.message.archive.Archive;
import chat.parley.permission.Permission;
import chat.parley.search.engine.Engine;
import chat.parley.search.engine.LuceneEngine;
import chat.parley.search.engine.Question;
import chat.parley.search.engine.Question.Order;
import chat.parley.search.engine.Question.Page;
import chat.parley.search.engine.Question.Traits;
import chat.parley.search.engine.Sheet;
import chat.parley.search.engine.TableEngine;
import chat.parley.search.engine.Watermark;
import chat.parley.search.engine.Words;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The index follows what is committed, also over a crash, and shows nobody what they may not read.
class FeederTest {
    private static final Words WORDS = new Words("any");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /// One life of the index: what a process has of it between start and end.
    private final class Life implements AutoCloseable {
        final Engine engine;
        final Feeder feeder;
        final Search search;

        final Mortal mortal;

        Life(World world, String kind) {
            mortal = new Mortal(
                    kind.equals("lucene")
                            ? new LuceneEngine(folder, WORDS, "one")
                            : new TableEngine(world.database, WORDS));
            engine = mortal;
            var archive = new Archive(world.ledger, world.database);
            feeder = new Feeder(engine, archive, world.bus, world.clock);
            search = new Search(
                    engine, feeder, WORDS, archive, world.ledger, world.guilds, world.channels, world.viewers);
            feeder.start();
        }

        List<String> find(World world, Caller caller, String text) throws InterruptedException {
            feeder.settle();
            return search(world, caller, text);
        }

        List<String> search(World world, Caller caller, String text) {
            var wish = new Wish(text, List.of(), Traits.ANY, null, new Page(Order.OLDEST, 0, 25));
            return search.inGuild(caller, world.guild, wish).messages().stream()
                    .map(it -> it.message().content())
                    .toList();
        }

        @Override
        public void close() {
            feeder.close();
        }
    }

    /// An engine whose process is killed: from then on nothing reaches the disk.
    private static final class Mortal implements Engine {
        private final Engine engine;
        private final AtomicInteger views = new AtomicInteger();
        private volatile boolean dead;

        Mortal(Engine engine) {
            this.engine = engine;
        }

        @Override
        public Watermark watermark() {
            return engine.watermark();
        }

        @Override
        public void put(Collection<Sheet> sheets) {
            if (!dead) {
                engine.put(sheets);
            }
        }

        @Override
        public void remove(Collection<MessageId> messages) {
            if (!dead) {
                engine.remove(messages);
            }
        }

        @Override
        public void removeChannel(ChannelId channel) {
            engine.removeChannel(channel);
        }

        @Override
        public void commit(Watermark reached) {
            if (!dead) {
                engine.commit(reached);
            }
        }

        @Override
        public void refresh() {
            views.incrementAndGet();
            engine.refresh();
        }

        @Override
        public Found find(Question question) {
            return engine.find(question);
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    private static Message edit(World world, Message message, String text) {
        return world.messages
                .edit(world.ann, world.channel, message.id(), new Revision(text, null, AllowedMentions.ALL))
                .message();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lucene", "table"})
    void what_is_written_edited_and_deleted_is_followed(String kind) throws InterruptedException {
        try (var world = new World();
                var life = new Life(world, kind)) {
            var honey = world.say(world.ann, "sweet honey");
            world.say(world.bob, "more honey");
            assertEquals(List.of("sweet honey", "more honey"), life.find(world, world.bob, "Honey"));
            edit(world, honey, "sour milk");
            assertEquals(List.of("more honey"), life.find(world, world.bob, "honey"));
            assertEquals(List.of("sour milk"), life.find(world, world.bob, "milk"));
            world.messages.delete(world.ann, world.channel, honey.id());
            assertEquals(List.of(), life.find(world, world.bob, "milk"));
        }
    }

    /// A view costs more than all else that a message costs, so what nobody looks for must not make one.
    @ParameterizedTest
    @ValueSource(strings = {"lucene", "table"})
    void a_search_finds_what_was_said_before_it_and_only_searches_make_views(String kind) throws InterruptedException {
        try (var world = new World();
                var life = new Life(world, kind)) {
            life.feeder.settle();
            int before = life.mortal.views.get();
            for (int i = 0; i < 10; i++) {
                for (int j = 0; j < 5; j++) {
                    world.say(world.ann, "word" + i + " again");
                }
                assertEquals(5, life.search(world, world.bob, "word" + i).size());
                assertEquals(
                        Math.min(25, 5 * i + 5),
                        life.search(world, world.bob, "again").size());
            }
            assertEquals(before + 10, life.mortal.views.get());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lucene", "table"})
    void what_happened_while_nobody_fed_it_is_caught_up_with(String kind) throws InterruptedException {
        try (var world = new World()) {
            var edited = world.say(world.ann, "first draft");
            var deleted = world.say(world.ann, "soon gone draft");
            try (var life = new Life(world, kind)) {
                assertEquals(List.of("first draft", "soon gone draft"), life.find(world, world.bob, "draft"));
            }
            world.say(world.bob, "a draft of air");
            edit(world, edited, "final version");
            world.messages.delete(world.ann, world.channel, deleted.id());
            try (var life = new Life(world, kind)) {
                assertEquals(List.of("a draft of air"), life.find(world, world.bob, "draft"));
                assertEquals(List.of("final version"), life.find(world, world.bob, "version"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lucene", "table"})
    void a_kill_between_commit_and_index_loses_nothing(String kind) throws InterruptedException {
        try (var world = new World()) {
            var edited = world.say(world.ann, "draft one");
            var deleted = world.say(world.ann, "draft two");
            try (var life = new Life(world, kind)) {
                assertEquals(2, life.find(world, world.bob, "draft").size());
                life.mortal.dead = true;
                world.say(world.bob, "draft three");
                edit(world, edited, "version one");
                world.messages.delete(world.ann, world.channel, deleted.id());
                life.feeder.settle();
            }
            try (var life = new Life(world, kind)) {
                assertEquals(List.of("draft three"), life.find(world, world.bob, "draft"));
                assertEquals(List.of("version one"), life.find(world, world.bob, "version"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lucene", "table"})
    void nobody_finds_what_they_may_not_read(String kind) throws InterruptedException {
        try (var world = new World();
                var life = new Life(world, kind)) {
            world.say(world.ann, "a secret");
            assertEquals(List.of("a secret"), life.find(world, world.bob, "secret"));
            world.deny(Permission.VIEW_CHANNEL);
            assertEquals(List.of(), life.find(world, world.bob, "secret"));
            assertEquals(List.of("a secret"), life.find(world, world.owner, "secret"));
            world.deny(Permission.READ_MESSAGE_HISTORY);
            assertEquals(List.of(), life.find(world, world.bob, "secret"));
        }
    }
}
