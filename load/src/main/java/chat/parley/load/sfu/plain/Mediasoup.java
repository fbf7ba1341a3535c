package chat.parley.load.sfu.plain;

import chat.parley.load.sfu.unit.MediasoupNode;
import chat.parley.media.srtp.MasterKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// mediasoup with a PlainTransport for what comes in and one for each to whom it goes.
record Mediasoup(MediasoupNode node) implements Forwarder {
    static Mediasoup in(Path folder) throws IOException {
        return new Mediasoup(new MediasoupNode(folder));
    }

    @Override
    public String name() {
        return "mediasoup";
    }

    @Override
    public int hear(int port) throws IOException {
        return node.ask(Map.of("do", "hear", "port", port)).path("port").asInt();
    }

    @Override
    public MasterKey tell(int port) throws IOException {
        return Keys.read(
                node.ask(Map.of("do", "tell", "port", port)).path("key").asString());
    }

    @Override
    public ProcessHandle process() {
        return node.worker();
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
