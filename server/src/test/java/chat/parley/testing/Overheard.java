package chat.parley.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/// Everything that [HttpCaller] and [GatewayClient] are told, for whoever listens in.
public final class Overheard {
    private static final List<Ear> EARS = new CopyOnWriteArrayList<>();

    private Overheard() {}

    public interface Ear {
        /// @param target path and query
        void answered(String method, String target, HttpCaller.Answer answer);

        void event(String type, JsonNode frame);
    }

    /// @return ends it
    public static Listening by(Ear ear) {
        EARS.add(ear);
        return () -> EARS.remove(ear);
    }

    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    static void answered(String method, String target, HttpCaller.Answer answer) {
        EARS.forEach(it -> it.answered(method, target, answer));
    }

    static void received(JsonNode frame) {
        if (!EARS.isEmpty() && frame.path("op").asInt() == 0) {
            EARS.forEach(it -> it.event(frame.path("t").asString(""), frame));
        }
    }
}
