package chat.parley.budget;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.BotHome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/// What a connection to the gateway on which nothing happens keeps in memory. Whatever somebody forgets to let go
/// of (the request that opened it, the token, READY) stays as long as the client, and there are ten thousand of them.
/// The classes that make it up are told by `jcmd PID GC.class_histogram` before and after.
final class IdleTest {
    private static final int WARM_EACH = 3;
    private static final int CLIENTS_EACH = 28;
    private static final int BYTES_MAX = 3_600;
    private static final int PATIENCE = 10;
    private static final int STILL_BYTES = 4_000;
    private static final Pattern ROW = Pattern.compile("\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+).*");
    /// Of the client's side, which is in this JVM too, and of what is loaded and compiled meanwhile.
    private static final Pattern STRANGE = Pattern.compile(
            "sun\\.nio\\..*|java\\.nio\\..*|java\\.lang\\.(invoke|reflect|Class|ref).*|\\[?L?jdk\\..*|chat\\.parley\\.budget.*");

    @Test
    void an_idle_connection_keeps_little() throws IOException, JMException {
        try (var home = new BotHome(Map.of());
                var crowd = new Crowd()) {
            connect(home, crowd, WARM_EACH);
            long each = Math.min(added(home, crowd), added(home, crowd));
            assertTrue(
                    each > 0 && each <= BYTES_MAX, () -> each + " bytes for an idle connection, budget " + BYTES_MAX);
        }
    }

    /// Bytes for each of some more clients. What the server does once, such as loading a library, falls into one of
    /// two such rounds at most.
    private static long added(BotHome home, Crowd crowd) throws IOException, JMException {
        long before = settled();
        connect(home, crowd, CLIENTS_EACH);
        return (settled() - before) / (3 * CLIENTS_EACH);
    }

    /// Everybody hears READY and tells that it has come.
    private static void connect(BotHome home, Crowd crowd, int each) throws IOException {
        for (var person : new String[] {home.anna.token(), home.ben.token(), home.carla.token()}) {
            for (int i = 0; i < each; i++) {
                crowd.connect(home.server.http().getPort(), person, "");
            }
        }
        crowd.beat(1);
    }

    /// What is kept when the server has done what it does after its start, which other threads may still do.
    private static long settled() throws JMException {
        long now = kept();
        for (int i = 0; i < PATIENCE; i++) {
            long before = now;
            now = kept();
            if (Math.abs(now - before) < STILL_BYTES) {
                break;
            }
        }
        return now;
    }

    /// Bytes of what can be reached. Only their sum, because a table of them would count itself.
    private static long kept() throws JMException {
        var said = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return said.lines()
                .map(ROW::matcher)
                .filter(it -> it.matches() && !STRANGE.matcher(it.group(2)).matches())
                .mapToLong(it -> Long.parseLong(it.group(1)))
                .sum();
    }
}
