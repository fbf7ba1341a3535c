package chat.parley.edge.external;

import chat.parley.base.refusal.Refusal;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Site;
import chat.parley.preview.External;
import chat.parley.preview.Pictures;
import io.netty.handler.codec.http.HttpMethod;
import java.util.Map;

/// Serves pictures of embeds, so that those who look at them tell nobody that they do.
public final class ExternalPictures implements Site {
    /// Whatever it is, it is shown and never run.
    private static final Map<String, String> HARMLESS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; sandbox",
            "Cross-Origin-Resource-Policy", "cross-origin",
            "Cache-Control", "public, max-age=86400, immutable");

    private final External external;
    private final Pictures pictures;

    public ExternalPictures(External external, Pictures pictures) {
        this.external = external;
        this.pictures = pictures;
    }

    @Override
    public boolean takes(String path) {
        return path.startsWith(External.PREFIX);
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public Reply answer(Call call) {
        if (!call.method().equals(HttpMethod.GET) && !call.method().equals(HttpMethod.HEAD)) {
            return Reply.status(405).with("Allow", "GET, HEAD");
        }
        var address = external.address(call.path());
        var picture = address == null ? null : pictures.at(address);
        return picture == null ? Reply.status(404) : new Reply(200, picture.type(), picture.bytes(), HARMLESS);
    }

    @Override
    public Reply refused(Refusal refusal) {
        return Reply.status(refusal instanceof Refusal.Busy ? 503 : 400);
    }
}
