package chat.parley.load.sfu.unit;

import chat.parley.media.codec.Codec;
import chat.parley.media.wire.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Who speaks and shares a screen. One thread speaks, another may [#attend] meanwhile.
public final class Publisher implements Closeable {
    /// By which its packets go.
    public interface Line extends Closeable {
        void send(Codec codec, String mid, int ssrc, long number, long timestamp, boolean last, byte[] payload)
                throws IOException;

        /// Does what it needs to stay open.
        default void attend() throws IOException {}
    }

    static final int SPEECH_SSRC = 11;
    static final int SCREEN_SSRC = 22;

    private static final int VOICE_BYTES = 100;
    private static final int SCREEN_BYTES = 1_100;
    /// Packets of one frame, sent at once.
    private static final int BURST = 4;

    private static final int FRAMES_PER_KEY = 25;
    /// RFC 7741 section 4.2: extended, with a picture's number of 15 bits, as browsers send it.
    private static final int EXTENDED = 0x80;

    private static final int START_OF_FRAME = 0x10;
    private static final int PICTURE_NUMBER = 0x80;

    private final Line line;
    private final LongSupplier clock;
    private final String voice;
    private final String screen;
    private long spoken;
    private long frames;
    private long frameAt;
    private long shown;

    /// @param clock that of the stamps, in nanoseconds
    /// @param voice the section of the voice
    /// @param screen the section of the screen
    public Publisher(Line line, LongSupplier clock, String voice, String screen) {
        this.line = line;
        this.clock = clock;
        this.voice = voice;
        this.screen = screen;
    }

    static Publisher of(Person person, String voice, String screen) {
        return new Publisher(new Connected(person), System::nanoTime, voice, screen);
    }

    /// @return packets sent
    public int speak(int round, int rate, int seconds) throws IOException {
        byte[] payload = new byte[VOICE_BYTES];
        long start = System.nanoTime();
        int count = rate * seconds;
        for (int i = 0; i < count; i++) {
            await(start + i * 1_000_000_000L / rate);
            Stamp.write(payload, clock.getAsLong(), i, round);
            spoken++;
            send(Codec.OPUS, voice, SPEECH_SSRC, spoken, 960 * spoken, false, payload);
        }
        return count;
    }

    /// @param rate frames a second
    /// @return packets sent
    public int show(int round, int rate, int seconds) throws IOException {
        byte[] payload = new byte[SCREEN_BYTES];
        long start = System.nanoTime();
        int count = rate * seconds;
        for (int i = 0; i < count; i++) {
            await(start + i * 1_000_000_000L / rate);
            for (int part = 0; part < BURST; part++) {
                describe(payload, part == 0);
                Stamp.write(payload, clock.getAsLong(), i * BURST + part, round);
                send(Codec.VP8, screen, SCREEN_SSRC, ++shown, frameAt, part == BURST - 1, payload);
            }
            frames++;
            frameAt += 90_000 / rate;
        }
        return count * BURST;
    }

    private synchronized void send(
            Codec codec, String mid, int ssrc, long number, long timestamp, boolean last, byte[] payload)
            throws IOException {
        line.send(codec, mid, ssrc, number, timestamp, last, payload);
    }

    public synchronized void attend() throws IOException {
        line.attend();
    }

    private void await(long due) throws IOException {
        attend();
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void describe(byte[] payload, boolean first) {
        payload[0] = (byte) (EXTENDED | (first ? START_OF_FRAME : 0));
        payload[1] = (byte) PICTURE_NUMBER;
        Bytes.put16(payload, 2, (int) frames | 0x8000);
        payload[4] = (byte) (frames % FRAMES_PER_KEY == 0 ? 0 : 1);
    }

    @Override
    public void close() throws IOException {
        line.close();
    }

    /// A full WebRTC client's.
    private record Connected(Person person) implements Line {
        @Override
        public void send(Codec codec, String mid, int ssrc, long number, long timestamp, boolean last, byte[] payload)
                throws IOException {
            person.client().send(codec, mid, ssrc, number, timestamp, last, payload);
        }

        /// Nobody sends media to the only publisher, but it has to prove that it is still there.
        @Override
        public void attend() throws IOException {
            while (person.client().receive(System.nanoTime()) != null) {
                // Probes, perhaps.
            }
        }

        @Override
        public void close() throws IOException {
            person.close();
        }
    }
}
