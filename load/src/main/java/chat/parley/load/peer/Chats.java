package chat.parley.load.peer;

import chat.parley.load.crowd.Frames;
import chat.parley.load.node.Postgres;
import chat.parley.load.node.Processes;
import chat.parley.load.node.Program;
import chat.parley.load.peer.Receivers.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whole chat servers, which keep what is said in a PostgreSQL of their own, as durable as Parley's:
/// Mattermost, Debian's ejabberd with an archived room, and matrix-synapse from PyPI.
final class Chats {
    static final Path EJABBERD = Path.of("/usr/share/ejabberd/sql/pg.sql");
    private static final String ROOM = Brokers.ROOM + "@conference.localhost";

    private Chats() {}

    static List<Starting> in(Path folder) {
        return List.of(
                new Starting("Mattermost", folder.resolve("mattermost/bin/mattermost"), Chats::mattermost),
                new Starting(
                        "ejabberd with its archive",
                        folder.resolve("root/usr/lib/erlang/lib"),
                        Chats::archivingEjabberd),
                new Starting("matrix-synapse", folder.resolve("synapse/bin/python"), Chats::synapse));
    }

    static Peer ejabberd(Path folder) throws Exception {
        return ejabberd("ejabberd", folder, null, 0);
    }

    private static Peer archivingEjabberd(Path folder) throws Exception {
        int port = Processes.freePort();
        var database = Postgres.start(folder.resolve("ejabberd-db.log"), port);
        return ejabberd("ejabberd with its archive", folder, database, port);
    }

    private static Peer mattermost(Path folder) throws Exception {
        int port = Processes.freePort();
        return new Mattermost(port, programs("mattermost", folder, folder.resolve("mattermost"), port)).ready();
    }

    private static Peer synapse(Path folder) throws Exception {
        int port = Processes.freePort();
        return new Synapse(port, programs("synapse", folder, folder, port)).ready();
    }

    /// @param home where the server's script finds what it runs
    private static Host.Programs programs(String name, Path folder, Path home, int port) throws Exception {
        int database = Processes.freePort();
        var postgres = Postgres.start(folder.resolve(name + "-db.log"), database);
        var own = Files.createTempDirectory("parley-" + name);
        var program = new Program(
                own,
                folder.resolve(name + ".log"),
                Postgres.script(name + ".sh"),
                home.toString(),
                own.toString(),
                Integer.toString(port),
                Integer.toString(database));
        return new Host.Programs(program, postgres);
    }

    /// RFC 7395: XMPP over WebSocket, one stanza a frame.
    private static Peer ejabberd(String name, Path folder, @Nullable Program database, int databasePort)
            throws Exception {
        int port = Processes.freePort();
        var own = Files.createTempDirectory("parley-ejabberd");
        var command = new ArrayList<>(List.of(
                "env",
                "PARLEY_PEERS=" + folder,
                Postgres.script("ejabberd.sh"),
                own.toString(),
                Integer.toString(port)));
        if (database != null) {
            command.add(Integer.toString(databasePort));
        }
        var program = new Program(own, folder.resolve("ejabberd.log"), command.toArray(String[]::new));
        var talk =
                new Talk(port, n -> joining("r" + n), joining("speaker"), Chats::said, Talk.NOTHING, Frames.goodbye());
        return new Broker(name, new Host.Programs(program, database), talk).ready();
    }

    private static List<Step> joining(String nick) {
        var open = "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='localhost' version='1.0'/>";
        return List.of(
                Step.of(Frames.upgrade("/ws", "Sec-WebSocket-Protocol: xmpp\r\n"), "101"),
                stanza(open, "</stream:features>"),
                stanza("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>", "<success"),
                stanza(open, "</stream:features>"),
                stanza(
                        "<iq type='set' id='b' xmlns='jabber:client'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"
                                + "</iq>",
                        "</bind>"),
                stanza(
                        "<presence xmlns='jabber:client' to='" + ROOM + "/" + nick
                                + "'><x xmlns='http://jabber.org/protocol/muc'><history maxchars='0'/></x></presence>",
                        "<subject"));
    }

    private static byte[] said(String text) {
        return Frames.text("<message xmlns='jabber:client' to='" + ROOM + "' type='groupchat'><body>" + text
                + "</body></message>");
    }

    private static Step stanza(String say, String until) {
        return new Step(Frames.text(say), until);
    }
}
