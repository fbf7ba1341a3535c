package chat.parley.edge.page;

import chat.parley.base.refusal.Refusal;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Percent;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Site;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;

/// Serves the web client: the last site, which takes every path that nobody else wanted. Answers come from
/// memory, on the event loop. A path that the client routes itself (`/channels/1/2`) gets the client.
public final class Page implements Site {
    private static final String HASHED = "/assets/";
    private static final Asset NOT_BUILT = Asset.html("""
            <!doctype html><title>Parley</title>
            <p>This program was built without its web client. Run <code>./parley</code>, which builds both.</p>
            """);

    private final Map<String, Asset> assets;

    public Page() {
        this(WebFiles.read(Page.class.getClassLoader()));
    }

    Page(Map<String, Asset> assets) {
        this.assets = assets;
    }

    @Override
    public boolean takes(String path) {
        return true;
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public Reply refused(Refusal refusal) {
        return Reply.status(refusal instanceof Refusal.TooLarge ? 413 : 400).with(SafeHeaders.ALL);
    }

    @Override
    public Reply answer(Call call) {
        if (!call.method().equals(HttpMethod.GET) && !call.method().equals(HttpMethod.HEAD)) {
            int status = call.method().equals(HttpMethod.OPTIONS) ? 204 : 405;
            return (status == 204 ? Reply.none() : Reply.status(status)).with("Allow", "GET, HEAD");
        }
        String decoded = Percent.decoded(call.path());
        String path = decoded == null ? HASHED : decoded;
        var asset = assets.get(path);
        if (asset != null && !path.equals("/index.html")) {
            return reply(call, asset, path.startsWith(HASHED));
        }
        boolean isFile = path.startsWith(HASHED) || path.startsWith("/.well-known/");
        if (isFile || !isForPeople(call.path(), call.headers())) {
            return Reply.status(404).with(SafeHeaders.ALL);
        }
        var index = assets.get("/index.html");
        return reply(call, index == null ? NOT_BUILT : index, false);
    }

    private static boolean isForPeople(String path, HttpHeaders headers) {
        return path.equals("/")
                || path.equals("/index.html")
                || headers.get(HttpHeaderNames.ACCEPT, "").contains("text/html");
    }

    /// @param hashed true when the name changes with the content, so that it may be kept for ever
    private static Reply reply(Call call, Asset asset, boolean hashed) {
        var headers = new HashMap<>(SafeHeaders.ALL);
        headers.put("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
        headers.put("Vary", "Accept-Encoding");
        byte[] body = asset.plain();
        String tag = asset.tag();
        if (asset.brotli() != null && call.accepts("br")) {
            body = asset.brotli();
            tag += "-br";
            headers.put("Content-Encoding", "br");
        } else if (asset.gzip() != null && call.accepts("gzip")) {
            body = asset.gzip();
            tag += "-gz";
            headers.put("Content-Encoding", "gzip");
        }
        headers.put("ETag", "\"" + tag + "\"");
        if (call.headers().get(HttpHeaderNames.IF_NONE_MATCH, "").contains("\"" + tag + "\"")) {
            headers.remove("Content-Encoding");
            return Reply.empty(304).with(headers);
        }
        return new Reply(200, asset.contentType(), body, headers);
    }
}
