package chat.parley;

import chat.parley.config.CannotStart;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.edge.http.tls.Certificate;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The part of [App] that wires the node's own TLS.
final class TlsWiring {
    private TlsWiring() {}

    /// @return absent when a proxy does that, or nobody
    /// @throws CannotStart when the files are not usable
    static @Nullable Certificate certificate(Config config) {
        String chain = config.of(Keys.TLS_CERTIFICATE);
        String key = config.of(Keys.TLS_KEY);
        if (chain.isEmpty() && key.isEmpty()) {
            return null;
        }
        if (chain.isEmpty() || key.isEmpty()) {
            throw new CannotStart("tls_certificate and tls_key belong together: name both files, or neither.");
        }
        try {
            return new Certificate(Path.of(chain), Path.of(key));
        } catch (IOException unusable) {
            throw new CannotStart(
                    "TLS cannot be spoken: " + unusable.getMessage()
                            + ". Correct tls_certificate and tls_key, or leave both out for plain HTTP.",
                    unusable);
        }
    }
}
