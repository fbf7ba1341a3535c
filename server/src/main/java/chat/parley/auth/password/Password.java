package chat.parley.auth.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// A password as somebody typed it, on its way to the hash. It cannot be printed by accident.
public record Password(String text) {

    /// One form for what looks the same: keyboards differ in how they compose an `ü` (RFC 8265, section 4.2.2).
    byte[] bytes() {
        return Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Password";
    }
}
