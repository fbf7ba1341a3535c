package chat.parley.edge.page;

import java.util.Map;

/// What tells a browser to run nothing but our own code, and to show us in nobody's frame.
final class SafeHeaders {
    /// `wasm-unsafe-eval` allows WebAssembly and nothing else: the model that takes noise out of a voice is
    /// such a program, and comes from this server like every script. Text never becomes code by it, which
    /// `unsafe-eval` would allow.
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; img-src 'self' data: blob:; media-src 'self' blob:; "
            + "font-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), "
                            + "geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), midi=()");

    private SafeHeaders() {}
}
