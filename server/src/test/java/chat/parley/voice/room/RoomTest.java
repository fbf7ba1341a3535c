package chat.parley.voice.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.media.net.MediaServer;
import chat.parley.media.net.MediaSettings;
import chat.parley.media.net.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// One user's connections that take a seat in one room, one behind the other, in both orders.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoomTest {
    private static final UserId ANN = new UserId(1);
    private static final UserId BEN = new UserId(2);

    private final MediaServer media;
    private final List<SeatEvent> annTold = new ArrayList<>();

    RoomTest() throws IOException {
        var here = InetAddress.getLoopbackAddress();
        media = MediaServer.start(MediaSettings.of(here, 0, List.of(here)));
    }

    @AfterAll
    void close() {
        media.close();
    }

    @Test
    void who_comes_again_is_heard_and_nobody_thinks_that_they_are_gone() {
        var room = new Room(new ChannelId(7), null);
        var ann = enter(room, ANN, 1, annTold);
        var firstTold = new ArrayList<SeatEvent>();
        enter(room, BEN, 2, firstTold);
        annTold.clear();
        var again = enter(room, BEN, 3, new ArrayList<>());
        assertTrue(firstTold.contains(new SeatEvent.Unseated(SeatEvent.Why.REPLACED)), firstTold::toString);
        assertEquals(
                List.of(new SeatEvent.Went(BEN), new SeatEvent.Came(BEN)),
                annTold.stream()
                        .filter(it -> it instanceof SeatEvent.Went || it instanceof SeatEvent.Came)
                        .toList());
        assertTrue(ann.getting.containsKey(new Seat.Wanted(BEN, Source.MICROPHONE)), ann.getting::toString);
        assertFalse(again.gone);
    }

    @Test
    void who_asked_earlier_and_comes_later_does_not_put_the_other_out() {
        var room = new Room(new ChannelId(8), null);
        var ann = enter(room, ANN, 1, annTold);
        var now = enter(room, BEN, 3, new ArrayList<>());
        annTold.clear();
        var lateTold = new ArrayList<SeatEvent>();
        var late = enter(room, BEN, 2, lateTold);
        assertTrue(late.gone);
        assertEquals(List.of(new SeatEvent.Unseated(SeatEvent.Why.REPLACED)), lateTold);
        assertEquals(List.of(), annTold);
        assertFalse(now.gone);
        assertTrue(ann.getting.containsKey(new Seat.Wanted(BEN, Source.MICROPHONE)), ann.getting::toString);
        assertTrue(now.getting.containsKey(new Seat.Wanted(ANN, Source.MICROPHONE)), now.getting::toString);
    }

    private Seat enter(Room room, UserId user, long arrival, List<SeatEvent> told) {
        var seat = new Seat(user, room, told::add, arrival);
        seat.taken(new Line.Bot(media.joinBot(room.channel.text(), (_, _) -> {})));
        room.enter(seat);
        return seat;
    }
}
