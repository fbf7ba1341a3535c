package chat.parley.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.config.Keys;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Links in messages, against a web server on this machine that the guard was told to allow.
final class PreviewsTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final AtomicInteger PICTURES = new AtomicInteger();
    private static final HttpServer WEB = web();
    private static final String SITE = "http://127.0.0.1:" + WEB.getAddress().getPort();
    private static final TestServer SERVER =
            TestServer.start(Map.of(Keys.LINK_PREVIEWS, "on", Keys.OUTGOING_NETWORKS, "127.0.0.1/32"));
    private static final TestServer GUARDED = TestServer.start(Map.of(Keys.LINK_PREVIEWS, "on"));

    private final HttpCaller owner = SERVER.caller().register("owner" + System.nanoTime() % 1_000_000);
    private final String guild =
            text(owner.post("/guilds", Map.of("name", "Links")).expected(), "id");
    private final String channel = general(owner, guild);

    @AfterAll
    static void close() {
        SERVER.close();
        GUARDED.close();
        WEB.stop(0);
    }

    @Test
    void a_page_becomes_an_embed_with_its_picture_through_this_server() {
        var embed = embeds(say("look: " + SITE + "/page.")).path(0);
        assertEquals(SITE + "/page", text(embed, "url"));
        assertEquals("Ships & Stars", text(embed, "title"));
        assertEquals("All about ships", text(embed, "description"));
        assertEquals("Harbour", text(embed.path("provider"), "name"));
        assertEquals(SITE + "/picture.png", text(embed.path("thumbnail"), "url"));
        String proxied = text(embed.path("thumbnail"), "proxy_url");
        assertTrue(proxied.startsWith("/cdn/external/"), proxied);
        var picture = owner.get("/" + proxied);
        assertEquals(200, picture.status());
        assertEquals("image/png", picture.headers().firstValue("content-type").orElse(""));
        assertTrue(picture.headers()
                .firstValue("content-security-policy")
                .orElse("")
                .contains("sandbox"));
        int fetched = PICTURES.get();
        assertEquals(200, owner.get("/" + proxied).status());
        assertEquals(fetched, PICTURES.get(), "kept");
        assertEquals(404, owner.get("/" + proxied + "x").status());
        assertEquals(404, owner.get("//cdn/external/abc/def").status());
    }

    @Test
    void a_description_elsewhere_gives_words_and_never_markup() {
        var embed = embeds(say(SITE + "/video")).path(0);
        assertEquals("A film", text(embed, "title"));
        assertEquals("Ada", text(embed.path("author"), "name"));
        assertFalse(embed.toString().contains("script"));
    }

    @Test
    void a_picture_is_its_own_preview_and_what_runs_is_not_shown() {
        assertEquals("image", text(embeds(say(SITE + "/picture.png")).path(0), "type"));
        var evil = embeds(say(SITE + "/evil and " + SITE + "/page"));
        assertEquals(2, evil.size());
        assertEquals("<b>Bold</b>", text(evil.path(0), "title"));
        assertFalse(evil.path(0).has("thumbnail"));
    }

    @Test
    void what_wants_no_preview_gets_none() {
        var quiet = List.of(
                "<" + SITE + "/page>",
                "`" + SITE + "/page`",
                "```\n" + SITE + "/page\n```",
                SITE + "/nothing",
                SITE + "/binary",
                SITE + "/loop",
                "http://user:pass@127.0.0.1/page",
                "http://[::1");
        quiet.forEach(this::say);
        // Previews of one channel come in no order, so the last one only says that time has passed.
        embeds(say(SITE + "/page"));
        owner.get("/channels/" + channel + "/messages")
                .expected()
                .valueStream()
                .filter(it -> quiet.contains(text(it, "content")))
                .forEach(it -> assertEquals(0, it.path("embeds").size(), text(it, "content")));
    }

    @Test
    void hidden_embeds_stay_hidden_and_an_edit_changes_them() {
        String id = say(SITE + "/page");
        embeds(id);
        owner.patch(path(id), Map.of("content", "now " + SITE + "/picture.png")).expected();
        for (var embed = embeds(id).path(0); !text(embed, "type").equals("image"); ) {
            embed = embeds(id).path(0);
        }
        owner.patch(path(id), Map.of("flags", 4)).expected();
        assertEquals(4, owner.get(path(id)).expected().path("flags").asInt() & 4);
    }

    @Test
    void private_addresses_are_never_called() {
        var caller = GUARDED.caller().register("ada");
        String home = text(caller.post("/guilds", Map.of("name", "Safe")).expected(), "id");
        String room = general(caller, home);
        int before = PICTURES.get();
        try (var socket = GatewayClient.connect(GUARDED.gateway())) {
            var body = Map.of("login", "ada", "password", "correct horse ada");
            socket.identify(text(GUARDED.caller().post("/auth/login", body).expected(), "token"));
            for (var address : List.of(
                    SITE + "/picture.png",
                    SITE.replace("127.0.0.1", "localhost") + "/picture.png",
                    SITE.replace("127.0.0.1", "2130706433") + "/picture.png",
                    "http://[::ffff:127.0.0.1]/",
                    "http://169.254.169.254/latest/meta-data/",
                    "http://10.0.0.1/",
                    "http://0.0.0.0/")) {
                caller.post("/channels/" + room + "/messages", Map.of("content", address))
                        .expected();
            }
            caller.post("/channels/" + room + "/messages", Map.of("content", "done"))
                    .expected();
            for (var it = socket.event("MESSAGE_CREATE");
                    !text(it.path("d"), "content").equals("done"); ) {
                it = socket.event("MESSAGE_CREATE");
            }
        }
        assertEquals(before, PICTURES.get());
        caller.get("/channels/" + room + "/messages")
                .expected()
                .valueStream()
                .forEach(it -> assertEquals(0, it.path("embeds").size()));
    }

    /// Waits for the embeds as a client does: by the update that brings them.
    private JsonNode embeds(String message) {
        for (int i = 0; i < 400; i++) {
            var embeds = owner.get(path(message)).expected().path("embeds");
            if (!embeds.isEmpty()) {
                return embeds;
            }
            pause();
        }
        throw new AssertionError("No embeds came");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String path(String message) {
        return "/channels/" + channel + "/messages/" + message;
    }

    private String say(String content) {
        return text(
                owner.post("/channels/" + channel + "/messages", Map.of("content", content))
                        .expected(),
                "id");
    }

    private static String general(HttpCaller caller, String guild) {
        return caller.get("/guilds/" + guild + "/channels")
                .expected()
                .valueStream()
                .filter(it -> it.path("type").asInt() == 0)
                .map(it -> text(it, "id"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static HttpServer web() {
        try {
            var web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            page(web, "/page", """
                    <!doctype html><html><head><title>Wrong</title>
                    <meta property="og:title" content="Ships &amp; Stars">
                    <meta content='All about ships' name=description>
                    <meta property="og:site_name" content="Harbour"><meta property="og:image" content="/picture.png">
                    </head><body><meta property="og:title" content="Too late"></body></html>""");
            page(web, "/video", """
                    <head><link rel="alternate" type="application/json+oembed" href="/oembed"></head>""");
            page(web, "/evil", """
                    <head><title>&lt;b&gt;Bold&lt;/b&gt;</title>
                    <meta property="og:image" content="javascript:alert(1)"></head>""");
            page(web, "/nothing", "<p>Nothing to say</p>");
            answer(
                    web,
                    "/oembed",
                    "application/json",
                    "{\"type\":\"video\",\"title\":\"A film\",\"author_name\":\"Ada\",\"html\":\"<script>alert(1)</script>\"}"
                            .getBytes(UTF_8));
            answer(web, "/binary", "application/octet-stream", new byte[1 << 20]);
            web.createContext("/picture.png", it -> {
                PICTURES.incrementAndGet();
                send(it, "image/png", PNG);
            });
            web.createContext("/loop", it -> {
                it.getResponseHeaders().set("Location", "/loop");
                it.sendResponseHeaders(302, -1);
                it.close();
            });
            web.start();
            return web;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void page(HttpServer web, String path, String html) {
        answer(web, path, "text/html; charset=utf-8", html.getBytes(UTF_8));
    }

    private static void answer(HttpServer web, String path, String type, byte[] body) {
        web.createContext(path, it -> send(it, type, body));
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
