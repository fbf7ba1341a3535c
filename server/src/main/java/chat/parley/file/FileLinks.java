package chat.parley.file;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The addresses of files. Who holds an address may read the file, so it holds for a day only, as at Discord: `ex` is
/// when it ends, `is` when it was given (both in seconds, hexadecimal), `hm` proves that they and the path are ours.
/// Addresses are given for six hours at a time, so that browsers find what they have kept.
public final class FileLinks {
    private static final long STEP_S = Duration.ofHours(6).toSeconds();
    private static final long VALID_S = Duration.ofHours(30).toSeconds();

    private final Supplier<String> base;
    private final SecretKeySpec key;
    private final Clock clock;

    /// @param base where this node is found, without a slash at the end
    public FileLinks(Supplier<String> base, byte[] key, Clock clock) {
        this.base = base;
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.clock = clock;
    }

    public String of(ChannelId channel, Attachment attachment) {
        return of(channel, attachment.id(), attachment.filename());
    }

    public String of(ChannelId channel, EntityId id, String filename) {
        return of("attachments", channel, id, filename);
    }

    /// A file of a recorded call.
    public String recording(ChannelId channel, EntityId id, String filename) {
        return of("recordings", channel, id, filename);
    }

    private String of(String kind, ChannelId channel, EntityId id, String filename) {
        String path = "/cdn/" + kind + "/" + channel.text() + "/" + id.text() + "/" + encoded(filename);
        long now = clock.instant().getEpochSecond();
        String given = Long.toHexString(now - now % STEP_S);
        String end = Long.toHexString(now - now % STEP_S + VALID_S);
        return base.get() + path + "?ex=" + end + "&is=" + given + "&hm=" + proof(path(channel, id), end, given) + "&";
    }

    /// A picture that everybody may see, such as an avatar.
    ///
    /// @param path as `/cdn/avatars/1/abc.png`
    public String open(String path) {
        return base.get() + path;
    }

    public boolean valid(
            ChannelId channel, EntityId id, @Nullable String end, @Nullable String given, @Nullable String proof) {
        if (end == null || given == null || proof == null || !end.matches("[0-9a-f]{1,12}")) {
            return false;
        }
        byte[] expected = proof(path(channel, id), end, given).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, proof.getBytes(StandardCharsets.UTF_8))
                && Long.parseLong(end, 16) > clock.instant().getEpochSecond();
    }

    private static String path(ChannelId channel, EntityId id) {
        return channel.text() + "/" + id.text();
    }

    private static String encoded(String filename) {
        return URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String proof(String path, String end, String given) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] text = (path + "\n" + end + "\n" + given).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
