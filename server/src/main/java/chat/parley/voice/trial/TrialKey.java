package chat.parley.voice.trial;

import chat.parley.media.ice.Credentials;
import java.util.HexFormat;

/// The credentials by which the ways to a node's media port are tried. Whoever may read its data directory has them.
public final class TrialKey {
    /// For [chat.parley.file.blob.MasterKeys#derived].
    public static final String PURPOSE = "media trial";

    private static final int FRAGMENT_CHARS = 16;

    private TrialKey() {}

    public static Credentials of(byte[] derived) {
        String text = HexFormat.of().formatHex(derived);
        return new Credentials(text.substring(0, FRAGMENT_CHARS), text.substring(FRAGMENT_CHARS));
    }
}
