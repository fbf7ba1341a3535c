package chat.parley.edge.discord.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import chat.parley.voice.record.Place;
import chat.parley.voice.record.Talker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A browser's voice socket breaks while its media goes on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserResumeTest {
    private static final int FIRST_CUT = 30;
    private static final int BACK = 60;
    private static final int ALL = 110;
    /// Turns; the numbers of packets are bytes.
    private static final int PATIENCE = 140;
    /// That somebody came, an offer of their voice, and what they send.
    private static final List<Integer> MISSED = List.of(11, 100, 107);

    private final TestServer server = TestServer.start();
    private final HttpCaller ann = server.caller().register("ann");

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void every_packet_is_heard_and_what_was_missed_is_told() throws Exception {
        var ben = server.caller().register("ben");
        var eve = server.caller().register("eve");
        var place = Place.of(ann);
        place.invite(ann, ben);
        place.invite(ann, eve);
        var heard = new ArrayList<Integer>();
        var ops = new ArrayList<Integer>();
        try (var first = new Talker(server, ann, place.guild(), place.channel());
                var second = new Talker(server, ben, place.guild(), place.channel())) {
            int begun = 0;
            while (heard.isEmpty() && begun < PATIENCE) {
                first.heed();
                first.send(++begun);
                second.heed();
                second.hear(heard);
                Thread.sleep(20);
            }
            Talker third = null;
            for (int number = 1; number <= ALL; number++) {
                if (number == FIRST_CUT) {
                    first.cut();
                    third = new Talker(server, eve, place.guild(), place.channel());
                } else if (number == BACK) {
                    first.resume();
                } else if (number > BACK) {
                    first.heed().forEach(it -> ops.add(it.path("op").asInt()));
                }
                first.send(begun + number);
                second.heed();
                second.hear(heard);
                Thread.sleep(10);
            }
            for (int i = 0; i < PATIENCE && !(heard.contains(begun + ALL) && ops.containsAll(MISSED)); i++) {
                Thread.sleep(20);
                first.heed().forEach(it -> ops.add(it.path("op").asInt()));
                second.hear(heard);
            }
            if (third != null) {
                third.close();
            }
            assertEquals(
                    IntStream.rangeClosed(heard.getFirst(), begun + ALL).boxed().toList(), heard);
            assertTrue(ops.containsAll(MISSED), ops::toString);
            first.say(102, Map.of("source", "camera"));
            offered(first, "camera");
        }
    }

    @Test
    void an_offer_whose_answer_was_lost_is_made_again() throws Exception {
        var place = Place.of(ann);
        try (var talker = new Talker(server, ann, place.guild(), place.channel())) {
            talker.say(102, Map.of("source", "camera"));
            var offer = talker.awaited(100);
            talker.cut();
            talker.resume();
            assertEquals(offer, talker.awaited(100));
            talker.answer(offer.path("sdp").asString());
            talker.say(102, Map.of("source", "screen"));
            offered(talker, "screen");
        }
    }

    /// Others may come or go meanwhile.
    private static void offered(Talker talker, String source) {
        var offer = talker.awaited(100);
        while (!offer.path("outgoing").toString().contains(source)) {
            talker.answer(offer.path("sdp").asString());
            offer = talker.awaited(100);
        }
    }
}
