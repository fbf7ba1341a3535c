package chat.parley.edge.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.web.Network;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Site;
import io.netty.handler.codec.http.HttpMethod;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// `/metrics`: the numbers of this node, as Prometheus reads them (text exposition format 0.0.4). Numbers tell
/// strangers how large a community is, so only named networks may read them; to everybody else the page is not there.
public final class Metrics implements Site {
    private static final String PATH = "/metrics";
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<List<Sample>> samples;
    private final List<Network> readers;

    /// @param samples looks now
    /// @param readers who may read them
    public Metrics(Supplier<List<Sample>> samples, List<String> readers) {
        this.samples = samples;
        this.readers = readers.stream().map(Network::of).toList();
    }

    @Override
    public boolean takes(String path) {
        return path.equals(PATH) && !readers.isEmpty();
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public Reply refused(Refusal refusal) {
        return Reply.status(refusal instanceof Refusal.Busy ? 503 : 400);
    }

    @Override
    public Reply answer(Call call) {
        if (!reads(call.ip())) {
            return Reply.status(404);
        }
        if (!call.method().equals(HttpMethod.GET) && !call.method().equals(HttpMethod.HEAD)) {
            return Reply.status(405).with("Allow", "GET, HEAD");
        }
        var page = new StringBuilder();
        samples.get().forEach(it -> it.write(page));
        return new Reply(200, TYPE, page.toString().getBytes(UTF_8), Map.of("Cache-Control", "no-store"));
    }

    private boolean reads(String ip) {
        var address = InetAddress.ofLiteral(ip);
        return readers.stream().anyMatch(it -> it.contains(address));
    }
}
