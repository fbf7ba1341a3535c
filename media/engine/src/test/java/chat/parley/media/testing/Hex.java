package chat.parley.media.testing;

import java.util.HexFormat;

/// Bytes as the RFCs print them: white space means nothing.
public final class Hex {
    private Hex() {}

    public static byte[] bytes(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s+", ""));
    }

    public static String text(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
