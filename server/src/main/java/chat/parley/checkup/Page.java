package chat.parley.checkup;

import chat.parley.config.Config;
import chat.parley.config.Keys;
import java.net.URI;
import java.util.regex.Pattern;

/// Whether browsers give their microphones to the page: they do over TLS, and on the machine itself.
final class Page {
    private static final String SUBJECT = "page";
    private static final Pattern HERE = Pattern.compile("localhost|127\\.[0-9.]+|\\[?::1]?|.*\\.localhost");
    private static final String REMEDY =
            "Browsers give no microphone, camera or screen to a page without TLS. Set tls_certificate and tls_key, or put a "
                    + "proxy with TLS in front (docs/operating/reverse-proxy.md), and set domain, or public_url to an "
                    + "address that begins with https://.";

    private final Config config;

    Page(Config config) {
        this.config = config;
    }

    Finding finding() {
        String url = config.publicUrl();
        boolean sealed = !config.of(Keys.TLS_CERTIFICATE).isEmpty();
        if (url.isEmpty()) {
            return unnamed(sealed);
        }
        var address = URI.create(url);
        if ("https".equals(address.getScheme())) {
            return Finding.good(SUBJECT, url);
        }
        return address.getHost() != null && HERE.matcher(address.getHost()).matches()
                ? Finding.good(SUBJECT, url + ", on this machine alone")
                : Finding.bad(SUBJECT, url + " is without TLS", REMEDY);
    }

    /// Nobody has said what people open.
    private Finding unnamed(boolean sealed) {
        String host = config.of(Keys.HOST);
        if (sealed) {
            return Finding.good(SUBJECT, "over TLS");
        }
        return HERE.matcher(host).matches()
                ? Finding.good(SUBJECT, "on this machine alone, or behind a proxy")
                : Finding.advice(SUBJECT, "without TLS, on " + host, "People elsewhere cannot talk yet. " + REMEDY);
    }
}
