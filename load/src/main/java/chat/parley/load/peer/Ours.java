package chat.parley.load.peer;

import chat.parley.load.Options;
import chat.parley.load.crowd.Frames;
import chat.parley.load.node.Api;
import chat.parley.load.node.Node;
import chat.parley.load.node.Town;
import chat.parley.load.peer.Receivers.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Parley itself: the message is checked, stored and flushed to disk before anybody hears it.
final class Ours implements Peer {
    /// Every client says so within a minute; until then the node keeps the greeting, to tell it again if the line
    /// breaks.
    private static final byte[] RECEIVED = Frames.text("{\"op\":1,\"d\":1}");

    private static final byte[] BEAT = Frames.text("{\"op\":1,\"d\":null}");

    private final Node node;
    private final Town town;

    Ours(Options options, int receivers) throws IOException, InterruptedException {
        node = Node.start(options);
        try (var api = new Api(node)) {
            town = new Town(node, api, Town.peopleFor(receivers), 1);
        }
    }

    @Override
    public String name() {
        return "Parley";
    }

    @Override
    public Host host() {
        return new Host.Ours(node);
    }

    @Override
    public Audience audience(int listeners) throws IOException {
        return talk(Frames.goodbye()).audience(listeners);
    }

    /// Speaks by HTTP, so there is nothing to say goodbye to.
    @Override
    public Voice voice() throws IOException {
        return talk(Talk.NOTHING).voice();
    }

    private Talk talk(byte[] goodbye) {
        return new Talk(node.port, this::listening, List.of(), this::message, BEAT, goodbye);
    }

    private List<Step> listening(int n) {
        var token = town.tokens.get(n % town.tokens.size());
        var identify = "{\"op\":2,\"d\":{\"token\":\"" + token + "\",\"intents\":513,\"properties\":{}}}";
        return List.of(
                Step.of(Frames.upgrade("/gateway?v=10&encoding=json", ""), "\"op\":10"),
                new Step(Frames.text(identify), "\"READY\""),
                new Step(RECEIVED, "\"op\":11"));
    }

    private byte[] message(String text) {
        var json = "{\"content\":\"" + text + "\"}";
        return ("POST /api/v10/channels/" + town.square() + "/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                        + town.owner() + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                        + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
