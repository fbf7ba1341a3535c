package chat.parley.load.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ProseTest {
    @Test
    void every_rank_has_a_word_of_its_own() {
        var words = new HashSet<String>();
        IntStream.range(0, Prose.WORDS).forEach(rank -> words.add(Prose.word(rank)));
        assertEquals(Prose.WORDS, words.size());
    }

    @Test
    void the_same_seed_writes_the_same_and_common_words_are_common() {
        assertEquals(new Prose(5).text(), new Prose(5).text());
        var prose = new Prose(1);
        long low =
                IntStream.range(0, 10_000).filter(_ -> prose.zipf(10_000) < 100).count();
        assertTrue(low > 4_500 && low < 5_500, () -> "half of all are among the first hundred, not " + low);
    }

    @Test
    void random_pauses_have_the_rate_that_was_asked_for() {
        var prose = new Prose(2);
        double mean = IntStream.range(0, 20_000)
                .mapToDouble(_ -> prose.pauseMs(50))
                .average()
                .orElseThrow();
        assertEquals(20, mean, 0.6);
    }

    @Test
    void a_heap_is_read_from_what_the_jvm_says() {
        assertEquals(new Jcmd.Heap(32, 2), Jcmd.Heap.of(" garbage-first heap   total 32768K, used 2048K [0x0"));
        assertEquals(
                new Jcmd.Heap(32, 2),
                Jcmd.Heap.of(" garbage-first heap   total reserved 524288K, committed 32768K, used 2048K [0x0"));
    }
}
