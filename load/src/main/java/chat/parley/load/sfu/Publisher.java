package chat.parley.load.sfu;

import chat.parley.media.codec.Codec;
import chat.parley.media.wire.Bytes;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/// Who speaks and shares a screen.
final class Publisher {
    static final String VOICE = "0";

    private static final int VOICE_BYTES = 100;
    private static final int SCREEN_BYTES = 1_100;
    /// Packets of one frame, sent at once.
    static final int BURST = 4;

    private static final int FRAMES_PER_KEY = 25;
    private static final int SPEECH_SSRC = 11;
    private static final int SCREEN_SSRC = 22;
    private static final int START_OF_FRAME = 0x10;

    private final Person person;
    private final String screen;
    private long spoken;
    private long frames;
    private long shown;

    private Publisher(Person person, String screen) {
        this.person = person;
        this.screen = screen;
    }

    static Publisher join(MediaNode node) throws IOException {
        var person = Person.join(node);
        var screen = node.ask("screen " + person.id());
        node.answer(person.id(), person.client().answer(MediaNode.decoded(screen[1])));
        return new Publisher(person, screen[0]);
    }

    Person person() {
        return person;
    }

    /// The section of its screen.
    String screen() {
        return screen;
    }

    /// @return packets sent
    int speak(int round, int rate, int seconds) throws IOException {
        byte[] payload = new byte[VOICE_BYTES];
        long start = System.nanoTime();
        int count = rate * seconds;
        for (int i = 0; i < count; i++) {
            await(start + i * 1_000_000_000L / rate);
            stamp(payload, i, round);
            spoken++;
            person.client().send(Codec.OPUS, VOICE, SPEECH_SSRC, spoken, 960 * spoken, false, payload);
        }
        return count;
    }

    /// @param rate frames a second
    /// @return packets sent
    int show(int round, int rate, int seconds) throws IOException {
        byte[] payload = new byte[SCREEN_BYTES];
        long start = System.nanoTime();
        int count = rate * seconds;
        for (int i = 0; i < count; i++) {
            await(start + i * 1_000_000_000L / rate);
            for (int part = 0; part < BURST; part++) {
                payload[0] = (byte) (part == 0 ? START_OF_FRAME : 0);
                payload[1] = (byte) (frames % FRAMES_PER_KEY == 0 ? 0 : 1);
                stamp(payload, i * BURST + part, round);
                person.client()
                        .send(
                                Codec.VP8,
                                screen,
                                SCREEN_SSRC,
                                ++shown,
                                90_000 * frames / rate,
                                part == BURST - 1,
                                payload);
            }
            frames++;
        }
        return count * BURST;
    }

    private void await(long due) throws IOException {
        while (person.client().receive(System.nanoTime()) != null) {
            // Nobody sends to the only publisher; this is for the control packets.
        }
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void stamp(byte[] payload, int number, int round) {
        Bytes.put64(payload, Audience.MOMENT_AT, System.nanoTime());
        Bytes.put32(payload, Audience.NUMBER_AT, number);
        Bytes.put32(payload, Audience.ROUND_AT, round);
    }
}
