package chat.parley.load.sfu.unit;

import chat.parley.media.net.client.Invitation;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// One participant's signalling with LiveKit's server: SignalRequest and SignalResponse of its `livekit_rtc.proto`.
final class LiveKitLine implements Closeable {
    private static final int WITHIN_S = 20;
    private static final int SETTLE_MS = 300;
    private static final int AUDIO = 0;
    private static final int VIDEO = 1;
    private static final int MICROPHONE = 2;
    private static final int SCREEN_SHARE = 3;

    private final BlockingQueue<String> descriptions = new LinkedBlockingQueue<>();
    private final CountDownLatch published = new CountDownLatch(2);
    private final CountDownLatch candidate = new CountDownLatch(1);
    private final CountDownLatch tracks = new CountDownLatch(1);
    private final Signalling line;

    LiveKitLine(int port, String token) throws IOException {
        line = new Signalling(
                URI.create("ws://127.0.0.1:" + port
                        + "/rtc?protocol=9&auto_subscribe=1&sdk=js&version=2.5.0&access_token=" + token),
                "",
                this::heard);
        line.listen();
    }

    private void heard(byte[] response) {
        byte[] answer = Protobuf.field(response, 2);
        byte[] offer = Protobuf.field(response, 3);
        byte[] trickle = Protobuf.field(response, 4);
        if (answer != null) {
            descriptions.add(Protobuf.text(answer, 2));
        } else if (offer != null) {
            accept(Protobuf.text(offer, 2), Protobuf.number(offer, 3));
        } else if (trickle != null && Protobuf.text(trickle, 1).contains("127.0.0.1")) {
            candidate.countDown();
        } else if (Protobuf.field(response, 6) != null) {
            published.countDown();
        }
    }

    /// The first offer may come before there is anything to hear.
    private void accept(String offer, long id) {
        var description =
                new Protobuf().text(1, "answer").text(2, Acceptance.of(offer)).number(3, id);
        line.send(new Protobuf().message(2, description).bytes());
        descriptions.add(offer);
        if (offer.contains("\nm=audio") && offer.contains("\nm=video")) {
            tracks.countDown();
        }
    }

    /// @return the server's answer
    String publish(String offer) throws IOException, InterruptedException {
        add(Wish.VOICE, AUDIO, MICROPHONE);
        add(Wish.SCREEN, VIDEO, SCREEN_SHARE);
        awaited(published);
        line.send(new Protobuf()
                .message(1, new Protobuf().text(1, "offer").text(2, offer))
                .bytes());
        return offer();
    }

    private void add(String name, int kind, int source) {
        var track = new Protobuf().text(1, name).text(2, name).number(3, kind).number(8, source);
        if (kind == VIDEO) {
            track.number(4, 1280).number(5, 720);
        }
        line.send(new Protobuf().message(4, track).bytes());
    }

    /// What the server said first. It does not hear who calls before it has said where it is.
    String offer() throws IOException, InterruptedException {
        var description = descriptions.poll(WITHIN_S, TimeUnit.SECONDS);
        if (description == null) {
            throw new IOException("LiveKit does not answer");
        }
        awaited(candidate);
        // A check that comes before its agent runs is never answered, and neither are those after it.
        Thread.sleep(SETTLE_MS);
        return description;
    }

    void awaitTracks() throws IOException, InterruptedException {
        awaited(tracks);
    }

    private static void awaited(CountDownLatch latch) throws IOException, InterruptedException {
        if (!latch.await(WITHIN_S, TimeUnit.SECONDS)) {
            throw new IOException("LiveKit does not answer");
        }
    }

    static Invitation invitation(String description, InetSocketAddress media) {
        return new Invitation(
                text(description, "ice-ufrag:"),
                text(description, "ice-pwd:"),
                text(description, "fingerprint:sha-256 ").toUpperCase(Locale.ROOT),
                media);
    }

    private static String text(String description, String name) {
        var found = Pattern.compile("(?m)^a=" + name + "(\\S+)").matcher(description);
        if (!found.find()) {
            throw new IllegalArgumentException("no " + name + " in " + description);
        }
        return found.group(1);
    }

    /// Says so before: the server would keep who is only gone, and its address, for a while.
    @Override
    public void close() {
        try {
            line.send(new Protobuf().message(8, new Protobuf()).bytes());
        } catch (CompletionException alreadyClosed) {
            // Then the server knows.
        }
        line.close();
    }
}
