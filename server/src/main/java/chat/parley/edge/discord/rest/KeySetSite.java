package chat.parley.edge.discord.rest;

import chat.parley.auth.token.SigningKeys;
import chat.parley.base.refusal.Refusal;
import chat.parley.edge.discord.rest.api.Answers;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Site;
import io.netty.handler.codec.http.HttpMethod;

/// The public keys of access tokens, where other programs look for them (RFC 7517, RFC 8615).
public final class KeySetSite implements Site {
    private static final String PATH = "/.well-known/jwks.json";

    private final SigningKeys keys;

    public KeySetSite(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public boolean takes(String path) {
        return path.equals(PATH);
    }

    /// A look may be due at the database.
    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public Reply answer(Call call) {
        if (!call.method().equals(HttpMethod.GET) && !call.method().equals(HttpMethod.HEAD)) {
            return Reply.status(405).with("Allow", "GET, HEAD");
        }
        return Reply.json(keys.published()).with("Cache-Control", "public, max-age=300");
    }

    @Override
    public Reply refused(Refusal refusal) {
        return Answers.of(refusal);
    }
}
