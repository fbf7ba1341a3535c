package chat.parley.edge.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.edge.http.EventLoops;
import chat.parley.edge.http.HttpOptions;
import chat.parley.edge.http.HttpServer;
import chat.parley.edge.http.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private static final EventLoops LOOPS = EventLoops.open();
    private static final String FOR_PEOPLE = "Accept: text/html,*/*";
    private static final byte[] SCRIPT = "let a = 1".getBytes(UTF_8);
    private static int port;

    @BeforeAll
    static void start() {
        var page = new Page(Map.of(
                "/index.html", Asset.html("<!doctype html>the client"),
                "/icon.svg", Asset.of("icon.svg", "<svg/>".getBytes(UTF_8), null, null),
                "/assets/a-1f.js", Asset.of("assets/a-1f.js", SCRIPT, new byte[] {1, 2}, new byte[] {3, 4, 5})));
        var server =
                new HttpServer(HttpOptions.of("127.0.0.1", 0, List.of(), List.of()), LOOPS, List.of(page), Map.of());
        port = server.start();
    }

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    @Test
    void an_asset_is_kept_for_ever_and_comes_in_the_smallest_form() throws IOException {
        var plain = Wire.get(port, "/assets/a-1f.js");
        assertArrayEquals(SCRIPT, plain.body());
        assertEquals("text/javascript; charset=utf-8", plain.header("content-type"));
        assertEquals("public, max-age=31536000, immutable", plain.header("cache-control"));
        assertEquals("Accept-Encoding", plain.header("vary"));
        var brotli = Wire.get(port, "/assets/a-1f.js", "Accept-Encoding: gzip, br");
        assertEquals("br", brotli.header("content-encoding"));
        assertArrayEquals(new byte[] {1, 2}, brotli.body());
        var gzip = Wire.get(port, "/assets/a-1f.js", "Accept-Encoding: gzip");
        assertEquals("gzip", gzip.header("content-encoding"));
        assertArrayEquals(new byte[] {3, 4, 5}, gzip.body());
    }

    @Test
    void the_client_is_asked_for_again_and_costs_nothing_when_it_is_the_same() throws IOException {
        var index = Wire.get(port, "/");
        assertEquals("no-cache", index.header("cache-control"));
        var same = Wire.get(port, "/", "If-None-Match: W/" + index.header("etag"));
        assertEquals(304, same.status());
        assertEquals(index.header("etag"), same.header("etag"));
        assertEquals(200, Wire.get(port, "/", "If-None-Match: \"other\"").status());
        assertEquals("no-cache", Wire.get(port, "/icon.svg").header("cache-control"));
    }

    @Test
    void a_path_of_the_client_leads_to_the_client_for_people_only() throws IOException {
        assertTrue(Wire.get(port, "/channels/1/2", FOR_PEOPLE).text().contains("the client"));
        assertEquals(
                404, Wire.get(port, "/channels/1/2", "Accept: application/json").status());
        assertEquals(404, Wire.get(port, "/assets/gone.js", FOR_PEOPLE).status());
        var head = Wire.call("HEAD", port, "/", new byte[0]);
        assertEquals(200, head.status());
        var post = Wire.post(port, "/", "{}");
        assertEquals(405, post.status());
        assertEquals("GET, HEAD", post.header("allow"));
    }

    @Test
    void no_path_leads_out() throws IOException {
        var paths = List.of(
                "/../../etc/passwd",
                "/assets/../../../etc/passwd",
                "/assets/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%2f..%2fetc%2fpasswd",
                "/assets/..%5c..%5cetc",
                "//etc/passwd",
                "/assets//etc/passwd",
                "/assets/%00",
                "/META-INF/MANIFEST.MF",
                "/assets/",
                "/logback.xml");
        for (String path : paths) {
            assertEquals(404, Wire.get(port, path).status(), path);
        }
    }

    @Test
    void a_page_runs_nothing_but_our_own_code() throws IOException {
        var index = Wire.get(port, "/");
        assertEquals(
                "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
                        + "connect-src 'self' ws: wss:; "
                        + "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; worker-src 'self'; manifest-src 'self'; "
                        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
                index.header("content-security-policy"));
        assertEquals("nosniff", index.header("x-content-type-options"));
        assertEquals("same-origin", index.header("cross-origin-opener-policy"));
        assertEquals("same-origin", index.header("referrer-policy"));
        assertTrue(index.header("permissions-policy").contains("geolocation=()"));
    }

    @Test
    void the_client_is_read_from_a_folder_and_from_a_jar(@TempDir Path folder) throws IOException {
        var web = Files.createDirectories(folder.resolve("web/assets"));
        Files.writeString(folder.resolve("web/index.html"), "<p>");
        Files.writeString(web.resolve("a.js"), "a");
        Files.writeString(web.resolve("a.js.br"), "b");
        var jar = folder.resolve("client.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("web/index.html", "web/assets/a.js", "web/assets/a.js.br", "other/b.js")) {
                out.putNextEntry(new JarEntry(name));
                out.write('x');
            }
        }
        for (URI place : List.of(folder.toUri(), jar.toUri())) {
            try (var loader = new URLClassLoader(new URL[] {place.toURL()}, null)) {
                var assets = WebFiles.read(loader);
                assertEquals(
                        List.of("/assets/a.js", "/index.html"),
                        assets.keySet().stream().sorted().toList());
            }
        }
        try (var nothing = new URLClassLoader(new URL[0], null)) {
            assertEquals(Map.of(), WebFiles.read(nothing));
        }
    }
}
