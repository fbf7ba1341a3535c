package chat.parley.load.peer;

import chat.parley.load.peer.Receivers.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/// What listeners and speakers of a server say on a socket.
///
/// @param listening what the n-th listener says until it hears the room
/// @param sending what the speaker says before it may speak
/// @param message one message to everybody in the room
/// @param alive what a listener says now and then
/// @param goodbye what a listener says before it leaves
record Talk(
        int port,
        IntFunction<List<Step>> listening,
        List<Step> sending,
        Function<String, byte[]> message,
        byte[] alive,
        byte[] goodbye) {
    static final byte[] NOTHING = {};
    private static final int ROOM_BYTES = 16_384;
    private static final long READY_WITHIN_NS = 40_000_000_000L;

    Audience audience(int listeners) throws IOException {
        var receivers = new Receivers(alive, goodbye);
        for (int i = 0; i < listeners; i++) {
            receivers.add(i, port, listening.apply(i));
        }
        return receivers;
    }

    Voice voice() throws IOException {
        var socket = Receivers.open(0, port, sending);
        Thread.ofVirtual().name("voice's answers").start(() -> passOver(socket));
        return new Voice() {
            @Override
            public void say(String text) throws IOException {
                socket.write(ByteBuffer.wrap(message.apply(text)));
            }

            @Override
            public void close() throws IOException {
                socket.write(ByteBuffer.wrap(goodbye));
                socket.close();
            }
        };
    }

    /// Answers that nobody reads would fill the line, and a server that waits for that would hear nothing more.
    private static void passOver(SocketChannel answers) {
        var room = ByteBuffer.allocate(ROOM_BYTES);
        try {
            int come = 0;
            while (come >= 0) {
                come = answers.read(room.clear());
            }
        } catch (IOException closed) {
            // The speaker has left.
            return;
        }
    }

    /// Waits until somebody may speak.
    void awaitReady() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (true) {
            try {
                voice().close();
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() - began > READY_WITHIN_NS) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }
}
