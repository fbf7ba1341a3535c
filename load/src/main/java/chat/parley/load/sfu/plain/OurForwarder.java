package chat.parley.load.sfu.plain;

import chat.parley.load.sfu.unit.MediaNode;
import chat.parley.media.srtp.MasterKey;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A [PlainProcess].
record OurForwarder(String name, MediaNode node) implements Forwarder {
    /// Parley's engine, loop and socket.
    static OurForwarder sealing() throws IOException {
        return new OurForwarder("Parley", new MediaNode(PlainProcess.class, PlainProcess.SEALING));
    }

    /// The loop's kind of socket alone.
    static OurForwarder bare() throws IOException {
        return new OurForwarder("bare loop", new MediaNode(PlainProcess.class, PlainProcess.BARE));
    }

    @Override
    public int hear(int port) throws IOException {
        node.ask("hear " + port);
        return Integer.parseInt(node.greeting());
    }

    @Override
    public @Nullable MasterKey tell(int port) throws IOException {
        var key = node.ask("tell " + port)[0];
        return key.isEmpty() ? null : Keys.read(key);
    }

    @Override
    public ProcessHandle process() {
        return node.handle();
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
