package chat.parley.load.sfu.unit;

import chat.parley.media.net.client.Invitation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/// mediasoup: one port for all.
final class Mediasoup implements Unit {
    private final MediasoupNode node;

    Mediasoup(Path folder) throws IOException {
        node = new MediasoupNode(folder);
    }

    private Person join(String as) throws IOException {
        var joined = node.ask(Map.of("do", as, "fingerprint", Person.fingerprint()));
        var invitation = new Invitation(
                joined.path("fragment").asString(),
                joined.path("password").asString(),
                joined.path("fingerprint").asString(),
                new InetSocketAddress(
                        joined.path("host").asString(), joined.path("port").asInt()));
        return Person.connected(joined.path("id").asString(), invitation);
    }

    @Override
    public String name() {
        return "mediasoup";
    }

    @Override
    public Publisher publish() throws IOException {
        return Publisher.of(join("publish"), "0", "1");
    }

    @Override
    public Person attend() throws IOException {
        return join("attend");
    }

    @Override
    public void leave(Person person) throws Exception {
        node.ask(Map.of("do", "leave", "id", person.id()));
        person.close();
    }

    @Override
    public ProcessHandle forwarder() {
        return node.worker();
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
