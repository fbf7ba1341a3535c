package chat.parley.load.sfu;

import chat.parley.load.sfu.unit.Person;
import chat.parley.load.sfu.unit.Stamp;
import chat.parley.media.codec.Codec;
import java.io.IOException;
import java.util.random.RandomGenerator;

/// One open microphone that is never silent: phrases of one to three seconds, each as loud as it happens to be, so
/// those who are loudest change all the time.
final class Chatter {
    static final int PACKETS_PER_S = 50;

    private static final String VOICE = "0";
    private static final int SSRC = 11;
    private static final int VOICE_BYTES = 100;
    private static final int SAMPLES = 48_000 / PACKETS_PER_S;
    /// By RFC 6464: about that of somebody who shouts, and of somebody who talks quietly.
    private static final int LOUDEST = 20;

    private static final int QUIETEST = 45;

    private final Person person;
    private final RandomGenerator random;
    private final byte[] payload = new byte[VOICE_BYTES];
    private long spoken;
    private int left;

    Chatter(Person person, RandomGenerator random) {
        this.person = person;
        this.random = random;
        left = random.nextInt(PACKETS_PER_S);
    }

    void say(int number, int round) throws IOException {
        // Somebody else may listen for it meanwhile.
        synchronized (person.client()) {
            if (--left < 0) {
                left = random.nextInt(PACKETS_PER_S, 3 * PACKETS_PER_S);
                person.client().level(random.nextInt(LOUDEST, QUIETEST + 1));
            }
            spoken++;
            Stamp.write(payload, System.nanoTime(), number, round);
            person.client().send(Codec.OPUS, VOICE, SSRC, spoken, SAMPLES * spoken, false, payload);
        }
    }
}
