package chat.parley.load.peer;

import chat.parley.load.crowd.Frames;
import chat.parley.load.node.Processes;
import chat.parley.load.node.Program;
import chat.parley.load.peer.Receivers.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The servers that `load/peers/get.sh` fetches. They store nothing, check no permission and number nothing.
final class Brokers {
    static final String ROOM = "room";

    private Brokers() {}

    /// Each with what has to be there before it can be started.
    static List<Starting> in(Path folder) {
        return List.of(
                new Starting("nats-server", folder.resolve("bin/nats-server"), Brokers::nats),
                new Starting("mosquitto", folder.resolve("root/usr/sbin/mosquitto"), Brokers::mosquitto),
                new Starting("Node ws", folder.resolve("node_modules/ws"), Brokers::ws),
                new Starting("Centrifugo", folder.resolve("bin/centrifugo"), Brokers::centrifugo),
                new Starting("ejabberd", Chats.EJABBERD, Chats::ejabberd));
    }

    private static Peer nats(Path folder) throws Exception {
        int port = Processes.freePort();
        var program = new Program(
                folder.resolve("nats.log"),
                folder + "/bin/nats-server",
                "-a",
                "127.0.0.1",
                "-p",
                Integer.toString(port));
        var hello = Step.of("CONNECT {\"verbose\":false,\"pedantic\":false}\r\nPING\r\n", "PONG");
        var talk = new Talk(
                port,
                _ -> List.of(hello, Step.of("SUB " + ROOM + " 1\r\nPING\r\n", "PONG")),
                List.of(hello),
                text -> latin("PUB " + ROOM + " " + text.length() + "\r\n" + text + "\r\n"),
                Talk.NOTHING,
                Talk.NOTHING);
        return new Broker("nats-server", new Host.Programs(program, null), talk).ready();
    }

    private static Peer mosquitto(Path folder) throws Exception {
        int port = Processes.freePort();
        var settings = folder.resolve("mosquitto.conf");
        Files.writeString(settings, "listener " + port + " 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\n");
        var program = new Program(
                folder.resolve("mosquitto.log"),
                "env",
                "LD_LIBRARY_PATH=" + folder + "/root/usr/lib/x86_64-linux-gnu:" + folder + "/root/lib/x86_64-linux-gnu",
                folder + "/root/usr/sbin/mosquitto",
                "-c",
                settings.toString());
        var talk = new Talk(
                port,
                n -> List.of(Mqtt.hello("r" + n), Mqtt.subscribe(ROOM)),
                List.of(Mqtt.hello("sender")),
                text -> Mqtt.publish(ROOM, text),
                Talk.NOTHING,
                Talk.NOTHING);
        return new Broker("mosquitto", new Host.Programs(program, null), talk).ready();
    }

    private static Peer ws(Path folder) throws Exception {
        int port = Processes.freePort();
        var program = new Program(
                folder.resolve("ws.log"), "node", folder.resolve("room.cjs").toString(), Integer.toString(port));
        var hello = List.of(Step.of(Frames.upgrade("/", ""), "welcome"));
        var talk = new Talk(port, _ -> hello, hello, Frames::text, Talk.NOTHING, Frames.goodbye());
        return new Broker("Node ws", new Host.Programs(program, null), talk).ready();
    }

    /// Centrifugo's own protocol in JSON; everybody may listen and publish.
    private static Peer centrifugo(Path folder) throws Exception {
        int port = Processes.freePort();
        var settings = folder.resolve("centrifugo.json");
        Files.writeString(
                settings,
                "{\"client_insecure\":true,\"allowed_origins\":[\"*\"],\"log_level\":\"error\",\"ping_interval\":\"3600s\"}");
        var program = new Program(
                folder.resolve("centrifugo.log"),
                folder + "/bin/centrifugo",
                "--config",
                settings.toString(),
                "--address",
                "127.0.0.1",
                "--port",
                Integer.toString(port));
        var hello = List.of(
                Step.of(Frames.upgrade("/connection/websocket", ""), "101"),
                new Step(Frames.text("{\"id\":1,\"connect\":{}}"), "\"connect\""));
        var listening = List.of(
                hello.getFirst(),
                hello.getLast(),
                new Step(Frames.text("{\"id\":2,\"subscribe\":{\"channel\":\"" + ROOM + "\"}}"), "\"subscribe\""));
        var talk = new Talk(
                port,
                _ -> listening,
                hello,
                text -> Frames.text(
                        "{\"publish\":{\"channel\":\"" + ROOM + "\",\"data\":{\"text\":\"" + text + "\"}},\"id\":3}"),
                Talk.NOTHING,
                Frames.goodbye());
        return new Broker("Centrifugo", new Host.Programs(program, null), talk).ready();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
