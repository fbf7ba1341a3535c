package chat.parley.testing;

import chat.parley.base.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Calls the API as one person, or as nobody. Immutable: [#as] makes another.
public final class HttpCaller {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(TestCertificate.OURS.trusting())
            .build();

    private final URI server;
    private final @Nullable String authorization;
    private final @Nullable String reason;

    public HttpCaller(URI server) {
        this(server, null, null);
    }

    private HttpCaller(URI server, @Nullable String authorization, @Nullable String reason) {
        this.server = server;
        this.authorization = authorization;
        this.reason = reason;
    }

    /// @param body what came back, as text; empty for 204
    public record Answer(int status, HttpHeaders headers, String body) {
        public JsonNode json() {
            return Json.tree(body.getBytes(StandardCharsets.UTF_8));
        }

        /// Discord's error code; 0 when there is none.
        public int code() {
            return json().path("code").asInt(0);
        }

        /// For steps that only lead to what a test is about.
        ///
        /// @throws AssertionError unless it is a success
        public JsonNode expected() {
            if (status < 200 || status > 299) {
                throw new AssertionError("HTTP " + status + ": " + body);
            }
            return status == 204 ? Json.mapper().createObjectNode() : json();
        }
    }

    /// @param token the whole value of the header: a person's token bare, a bot's after `Bot `
    public HttpCaller as(String token) {
        return new HttpCaller(server, token, reason);
    }

    /// Gives a reason for the audit log from then on.
    public HttpCaller because(String why) {
        return new HttpCaller(server, authorization, why);
    }

    /// Makes an account, the first of a server included, and speaks as it from then on.
    public HttpCaller register(String username) {
        var answer = post("/auth/register", Map.of("username", username, "password", "correct horse " + username));
        return as(answer.expected().path("token").asString());
    }

    /// Speaks as somebody who is registered already.
    public HttpCaller signIn(String username) {
        var answer = post("/auth/login", Map.of("login", username, "password", "correct horse " + username));
        return as(answer.expected().path("token").asString());
    }

    /// As the gateway wants it in IDENTIFY.
    public String token() {
        return authorization == null ? "" : authorization.replaceFirst("^Bot ", "");
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, Json.text(body));
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, Json.text(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, Json.text(body));
    }

    /// Sends `payload_json` and files, as libraries do.
    ///
    /// @param files by the name that they are sent under
    public Answer upload(String method, String path, Object payload, Map<String, byte[]> files) {
        var form = new FormBody().json("payload_json", Json.text(payload));
        int n = 0;
        for (var file : files.entrySet()) {
            form.file("files[" + n++ + "]", file.getKey(), file.getValue());
        }
        return send(method, path, form.type(), form.bytes());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /// @param path below `/api/v10`, or anywhere when it begins with `//`
    /// @param body as it is sent, JSON or not; `null` for none
    public Answer send(String method, String path, @Nullable String body) {
        return send(method, path, "application/json", body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(String method, String path, String type, byte @Nullable [] body) {
        String target = path.startsWith("//") ? path.substring(1) : "/api/v10" + path;
        var request = HttpRequest.newBuilder(server.resolve(target)).timeout(PATIENCE);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (reason != null) {
            request.header("X-Audit-Log-Reason", URLEncoder.encode(reason, StandardCharsets.UTF_8));
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.headers(), response.body());
            Overheard.answered(method, target, answer);
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
