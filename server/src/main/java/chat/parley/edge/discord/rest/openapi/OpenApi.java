package chat.parley.edge.discord.rest.openapi;

import chat.parley.base.json.Json;
import chat.parley.base.refusal.Refusal;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.edge.http.Route;
import chat.parley.edge.http.Site;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The API about itself: `/api/v10/openapi.json`, and `/api/docs`, where a browser reads it.
public final class OpenApi implements Site {
    private static final Map<String, String> FILES = Map.of(
            "/api/docs", "docs.html",
            "/api/docs.js", "docs.js",
            "/api/docs.css", "docs.css");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8");
    private static final Map<String, String> SAFE = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
                    + "form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-cache");

    private final Supplier<List<Route>> routes;
    private final String version;
    private volatile byte @Nullable [] document;

    /// @param routes everything that can be called, asked for once all is wired
    public OpenApi(Supplier<List<Route>> routes, String version) {
        this.routes = routes;
        this.version = version;
    }

    public List<Route> routes() {
        return List.of(Route.of(HttpMethod.GET, "/openapi.json", Route.Access.PUBLIC, this::document));
    }

    private Reply document(Request request) {
        byte[] made = document;
        if (made == null) {
            made = Json.bytes(Document.of(routes.get(), version));
            document = made;
        }
        return Reply.encoded(200, made);
    }

    @Override
    public boolean takes(String path) {
        return FILES.containsKey(path);
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public Reply answer(Call call) {
        boolean reads = call.method().equals(HttpMethod.GET) || call.method().equals(HttpMethod.HEAD);
        String file = FILES.get(call.path());
        if (!reads || file == null) {
            return Reply.status(405).with("Allow", "GET, HEAD").with(SAFE);
        }
        String kind = file.substring(file.lastIndexOf('.') + 1);
        return new Reply(200, Objects.requireNonNull(TYPES.get(kind)), read(file), SAFE);
    }

    @Override
    public Reply refused(Refusal refusal) {
        return Reply.status(400).with(SAFE);
    }

    private static byte[] read(String file) {
        try (var in = OpenApi.class.getResourceAsStream("/openapi/" + file)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
