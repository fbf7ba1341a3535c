package chat.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.search.engine.Engine;
import chat.parley.search.engine.LuceneEngine;
import chat.parley.search.engine.Question;
import chat.parley.search.engine.Question.Order;
import chat.parley.search.engine.Question.Page;
import chat.parley.search.engine.Question.Traits;
import chat.parley.search.engine.Sheet;
import chat.parley.search.engine.Sheet.Has;
import chat.parley.search.engine.Sought;
import chat.parley.search.engine.TableEngine;
import chat.parley.search.engine.Watermark;
import chat.parley.search.engine.Words;
import chat.parley.search.engine.Words.Span;
import chat.parley.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One contract for both engines: what a slow scan finds, in the same order and number, whatever was put and removed.
class EnginesTest {
    private static final List<String> VOCABULARY =
            List.of("Biene", "honey", "HONEY", "Käse", "kase", "queen", "the", "dance", "hive-2", "3,5");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Engine open(String kind, TestDatabase database, Words words, String identity) {
        return kind.equals("lucene")
                ? new LuceneEngine(folder, words, identity)
                : new TableEngine(database.database(), words);
    }

    @ParameterizedTest
    @CsvSource({"lucene,1", "lucene,2", "lucene,3", "table,1", "table,2", "table,3"})
    void it_finds_what_a_slow_scan_finds(String kind, long seed) {
        var random = new Random(seed);
        var words = new Words(seed == 2 ? "en" : "any");
        try (var database = TestDatabase.fresh();
                var engine = open(kind, database, words, "one")) {
            Map<MessageId, Sheet> truth = new HashMap<>();
            for (int round = 0; round < 12; round++) {
                change(engine, truth, random, round);
                engine.refresh();
                for (int i = 0; i < 12; i++) {
                    var question = question(words, random);
                    var found = engine.find(question);
                    var expected = scan(truth, words, question);
                    assertEquals(expected.size(), found.total(), question.toString());
                    var ids = found.page().stream().map(Engine.Hit::message).toList();
                    int from = Math.min(question.page().offset(), expected.size());
                    int to = Math.min(from + question.page().limit(), expected.size());
                    if (question.page().order() == Order.FITTING) {
                        assertTrue(new HashSet<>(expected).containsAll(ids));
                        assertEquals(to - from, ids.size());
                    } else {
                        assertEquals(expected.subList(from, to), ids, question.toString());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"lucene,any", "table,any", "lucene,en", "table,en", "lucene,de", "table,de", "lucene,cjk", "table,cjk"})
    void phrases_umlauts_and_scripts_without_spaces_are_found(String kind, String language) {
        var words = new Words(language);
        try (var database = TestDatabase.fresh();
                var engine = open(kind, database, words, "one")) {
            engine.put(List.of(
                    sheet(1, 1, 2, "fresh honey cake"),
                    sheet(2, 1, 2, "cake with fresh honey"),
                    sheet(3, 1, 2, "honey, not fresh"),
                    sheet(4, 1, 2, "東京都に行く"),
                    sheet(5, 1, 2, "京都と東"),
                    sheet(6, 1, 2, "M\u00fcller trinkt"),
                    sheet(7, 1, 2, "Mu\u0308ller isst"),
                    sheet(8, 1, 2, "\uff28\uff25\uff2c\uff2c\uff2f"),
                    sheet(9, 1, 2, "한국어 검색")));
            engine.refresh();
            assertEquals(List.of(2L, 1L), ids(engine, words, "\"fresh honey\""));
            assertEquals(List.of(3L, 2L, 1L), ids(engine, words, "fresh honey"));
            assertEquals(List.of(1L), ids(engine, words, "\"honey cake\" fresh"));
            assertEquals(List.of(1L), ids(engine, words, "\"honey cake"), "an open quotation reaches to the end");
            assertEquals(List.of(4L), ids(engine, words, "東京"));
            assertEquals(List.of(4L), ids(engine, words, "東京都"));
            assertEquals(List.of(7L, 6L), ids(engine, words, "m\u00fcller"));
            assertEquals(List.of(7L, 6L), ids(engine, words, "MU\u0308LLER"));
            assertEquals(List.of(8L), ids(engine, words, "hello"));
            assertEquals(List.of(9L), ids(engine, words, "한국어"));
            assertEquals(List.of(), ids(engine, words, "\"cake honey\""));
        }
    }

    @Test
    void what_is_marked_is_what_was_written() {
        var words = new Words("any");
        assertEquals(List.of(new Span(2, 13)), words.places("a fresh honey, honey", words.sought("\"fresh honey\"")));
        assertEquals(List.of(new Span(3, 10)), words.places("Hr Mu\u0308ller!", words.sought("m\u00fcller")));
        assertEquals(
                List.of(new Span(0, 2), new Span(5, 7)),
                words.places("東京都に行く東京".substring(0, 5) + "東京", words.sought("東京")));
        assertEquals(List.of(new Span(2, 7)), words.places("x honey", words.sought("honey honey")));
    }

    private static List<Long> ids(Engine engine, Words words, String wish) {
        var question = new Question(
                words.sought(wish),
                List.of(new ChannelId(1)),
                Traits.ANY,
                null,
                Set.of(),
                new Page(Order.NEWEST, 0, 10));
        return engine.find(question).page().stream()
                .map(it -> it.message().value())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lucene", "table"})
    void what_was_committed_is_there_after_a_restart(String kind) {
        var words = new Words("any");
        var mark = new Watermark(new MessageId(9), Instant.parse("2026-01-01T00:00:00Z"));
        try (var database = TestDatabase.fresh()) {
            try (var engine = open(kind, database, words, "one")) {
                engine.put(List.of(sheet(9, 1, 2, "honey")));
                engine.commit(mark);
            }
            try (var engine = open(kind, database, words, "one")) {
                assertEquals(mark, engine.watermark());
                assertEquals(1, engine.find(everywhere("honey")).total());
            }
            try (var engine = open(kind, database, new Words("en"), "one")) {
                assertEquals(Watermark.EMPTY, engine.watermark(), "another language begins anew");
                assertEquals(0, engine.find(everywhere("honey")).total());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lucene"})
    void an_index_of_another_database_is_thrown_away(String kind) {
        var words = new Words("any");
        try (var database = TestDatabase.fresh()) {
            try (var engine = open(kind, database, words, "one")) {
                engine.put(List.of(sheet(9, 1, 2, "honey")));
                engine.commit(new Watermark(new MessageId(9), Instant.EPOCH));
            }
            try (var engine = open(kind, database, words, "two")) {
                assertEquals(Watermark.EMPTY, engine.watermark());
                assertEquals(0, engine.find(everywhere("honey")).total());
            }
        }
    }

    private static void change(Engine engine, Map<MessageId, Sheet> truth, Random random, int round) {
        var puts = new ArrayList<Sheet>();
        for (int i = 0; i < 30; i++) {
            boolean again = !truth.isEmpty() && random.nextInt(4) == 0;
            long id = again ? pick(new ArrayList<>(truth.keySet()), random).value() : round * 1_000L + i + 1;
            var old = truth.get(new MessageId(id));
            long channel = old == null ? 1 + random.nextInt(4) : old.channel().value();
            long author = old == null ? 100 + random.nextInt(3) : old.author().value();
            var sheet = sheet(id, channel, author, text(random), has(random), people(random));
            puts.removeIf(it -> it.id().equals(sheet.id()));
            puts.add(sheet);
            truth.put(sheet.id(), sheet);
        }
        engine.put(puts);
        var gone = truth.keySet().stream().filter(_ -> random.nextInt(10) == 0).toList();
        engine.remove(gone);
        gone.forEach(truth::remove);
        if (random.nextInt(5) == 0) {
            var channel = new ChannelId(1 + random.nextInt(4));
            engine.removeChannel(channel);
            truth.values().removeIf(it -> it.channel().equals(channel));
        }
    }

    private static List<MessageId> scan(Map<MessageId, Sheet> truth, Words words, Question question) {
        var traits = question.traits();
        var order = Comparator.<MessageId>naturalOrder();
        return truth.values().stream()
                .filter(it -> question.channels().contains(it.channel()))
                .filter(it -> words.of(it.text()).containsAll(question.sought().words()))
                .filter(it -> question.sought().phrases().stream().allMatch(phrase -> stands(words, it, phrase)))
                .filter(it -> traits.authors().isEmpty() || traits.authors().contains(it.author()))
                .filter(it ->
                        traits.mentions().isEmpty() || it.mentions().stream().anyMatch(traits.mentions()::contains))
                .filter(it -> it.has().containsAll(traits.has()))
                .filter(it -> it.has().stream().noneMatch(traits.lacks()::contains))
                .map(Sheet::id)
                .filter(it -> it.value() > traits.above() && it.value() < traits.below())
                .filter(it -> question.only() == null || question.only().contains(it))
                .filter(it -> !question.without().contains(it))
                .sorted(question.page().order() == Order.OLDEST ? order : order.reversed())
                .toList();
    }

    private static boolean stands(Words words, Sheet sheet, List<String> phrase) {
        var bare = phrase.stream().filter(it -> !it.isEmpty()).toList();
        return !words.places(sheet.text(), new Sought(bare, List.of(phrase))).isEmpty();
    }

    /// One to three words, now and then as a phrase.
    private static String wish(Random random) {
        var wish = new StringBuilder(pick(VOCABULARY, random));
        for (int i = random.nextInt(3); i > 0; i--) {
            wish.append(' ').append(pick(VOCABULARY, random));
        }
        return random.nextBoolean() ? wish.toString() : "\"" + wish + "\"";
    }

    private static Question question(Words words, Random random) {
        var channels = new ArrayList<ChannelId>();
        for (int i = 1; i <= 4; i++) {
            if (random.nextInt(3) > 0) {
                channels.add(new ChannelId(i));
            }
        }
        var traits = new Traits(
                random.nextBoolean() ? List.of() : List.of(new UserId(100 + random.nextInt(3))),
                random.nextInt(3) > 0 ? List.of() : people(random),
                random.nextInt(3) > 0 ? Set.of() : has(random),
                random.nextInt(3) > 0 ? Set.of() : has(random),
                random.nextInt(3) > 0 ? 0 : random.nextInt(8_000),
                random.nextInt(3) > 0 ? Long.MAX_VALUE : random.nextInt(12_000));
        var page = new Page(pick(List.of(Order.values()), random), random.nextInt(10), 1 + random.nextInt(25));
        var some = Set.of(new MessageId(1), new MessageId(1_002), new MessageId(2_003), new MessageId(3_004));
        return new Question(
                random.nextInt(4) == 0 ? Sought.ANYTHING : words.sought(wish(random)),
                channels,
                traits,
                random.nextInt(6) == 0 ? some : null,
                random.nextInt(4) == 0 ? some : Set.of(),
                page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lucene", "table"})
    void a_word_that_everybody_uses_is_counted_as_far_as_one_can_page(String kind) {
        try (var database = TestDatabase.fresh();
                var engine = open(kind, database, new Words("any"), "one")) {
            for (int from = 0; from < 10_500; from += 1_500) {
                var sheets = new ArrayList<Sheet>();
                for (int id = from + 1; id <= from + 1_500; id++) {
                    sheets.add(new Sheet(
                            new MessageId(id), new ChannelId(1), new UserId(1), List.of(), Set.of(), "the " + id));
                }
                engine.put(sheets);
                engine.refresh();
            }
            var found = engine.find(everywhere("the"));
            assertEquals(10_000, found.total());
            assertEquals(
                    LongStream.iterate(10_500, it -> it - 1).limit(10).boxed().toList(),
                    found.page().stream().map(it -> it.message().value()).toList());
        }
    }

    private static Question everywhere(String word) {
        return new Question(
                new Words("any").sought(word),
                List.of(new ChannelId(1)),
                Traits.ANY,
                null,
                Set.of(),
                new Page(Order.NEWEST, 0, 10));
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            text.append(pick(VOCABULARY, random)).append(' ');
        }
        return text.toString();
    }

    private static Set<Has> has(Random random) {
        var has = EnumSet.noneOf(Has.class);
        for (var it : Has.values()) {
            if (random.nextInt(6) == 0) {
                has.add(it);
            }
        }
        return has;
    }

    private static List<UserId> people(Random random) {
        return random.nextBoolean() ? List.of() : List.of(new UserId(200 + random.nextInt(3)));
    }

    private static Sheet sheet(long id, long channel, long author, String text) {
        return sheet(id, channel, author, text, Set.of(), List.of());
    }

    private static Sheet sheet(long id, long channel, long author, String text, Set<Has> has, List<UserId> mentions) {
        return new Sheet(new MessageId(id), new ChannelId(channel), new UserId(author), mentions, has, text);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
