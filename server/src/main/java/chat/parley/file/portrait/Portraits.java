package chat.parley.file.portrait;

import chat.parley.base.content.Content;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.file.blob.Vault;
import chat.parley.file.kind.Sniffing;
import chat.parley.file.picture.Cleaned;
import chat.parley.file.picture.Cleaning;
import chat.parley.file.scan.Scanner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps and gives pictures that everybody may see.
public final class Portraits {
    private static final Pattern DATA_URI =
            Pattern.compile("data:image/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\\s]*)");
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final int HASH_BYTES = 16;

    private final Vault vault;
    private final Scanner scanner;

    public Portraits(Vault vault, Scanner scanner) {
        this.vault = vault;
        this.scanner = scanner;
    }

    /// A picture that was read and cleaned, but is not kept yet.
    ///
    /// @param hash of its bytes; `a_` before it says that it moves
    public record Ready(String type, byte[] bytes, String hash, Cleaned measured) {
        public boolean moves() {
            return movesAs(type, measured);
        }
    }

    /// Reads a picture as JSON carries it: `data:image/png;base64,…`.
    ///
    /// @param field for the refusal
    /// @throws Refused with `Invalid` when it is none, too large, or has too many pixels
    public Ready read(String field, String dataUri, int maxBytes) {
        var match = DATA_URI.matcher(dataUri);
        if (!match.matches()) {
            throw Refusal.invalid(field, "IMAGE_INVALID", "Invalid image data");
        }
        try {
            return read(field, Base64.getMimeDecoder().decode(match.group(1)), maxBytes);
        } catch (IllegalArgumentException broken) {
            throw new Refused(
                    Refusal.invalid(field, "BASE64_INVALID", "Invalid Base64").refusal(), broken);
        }
    }

    public Ready read(String field, byte[] bytes, int maxBytes) {
        if (bytes.length > maxBytes) {
            throw Refusal.invalid(
                    field, "BINARY_TYPE_MAX_SIZE", "File cannot be larger than " + maxBytes / 1_024 + " kb.");
        }
        scanner.check(Content.of(bytes));
        String type = Sniffing.of(head(bytes), "").type();
        if (!TYPES.contains(type)) {
            throw Refusal.invalid(field, "IMAGE_INVALID", "Invalid image data");
        }
        var out = new ByteArrayOutputStream(bytes.length);
        try {
            var measured = Cleaning.clean(type, Content.of(bytes), out);
            var size = measured.stored();
            if (size.width() <= 0 || size.height() <= 0 || size.pixels() > Limits.PICTURE_MAX_PIXELS) {
                throw Refusal.invalid(field, "IMAGE_TOO_LARGE", "The picture has too many pixels.");
            }
            return new Ready(type, out.toByteArray(), hash(movesAs(type, measured), out.toByteArray()), measured);
        } catch (IOException broken) {
            throw new Refused(
                    Refusal.invalid(field, "IMAGE_INVALID", "Invalid image data")
                            .refusal(),
                    broken);
        }
    }

    private static boolean movesAs(String type, Cleaned measured) {
        return type.equals("image/gif") || measured.moves();
    }

    /// Returns when it is durable.
    ///
    /// @param owner the id of whose it is
    /// @return the hash under which it is found
    public String keep(PortraitKind kind, String owner, Ready ready) {
        vault.put(blob(kind, owner, ready.hash()), new ByteArrayInputStream(ready.bytes()), ready.bytes().length);
        return ready.hash();
    }

    /// For what has one picture for ever: an emoji, a sticker.
    public void keepOnly(PortraitKind kind, String owner, Ready ready) {
        keepOnly(kind, owner, ready.bytes());
    }

    public void keepOnly(PortraitKind kind, String owner, byte[] bytes) {
        vault.put(kind.folder() + "/" + owner, new ByteArrayInputStream(bytes), bytes.length);
    }

    /// Whether it may be a Lottie rather than a picture.
    public static boolean isDrawing(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && Character.isWhitespace(bytes[at])) {
            at++;
        }
        return at < bytes.length && bytes[at] == '{';
    }

    /// Keeps a Lottie.
    ///
    /// @param field for the refusal
    public void keepDrawing(PortraitKind kind, String owner, String field, byte[] bytes) {
        scanner.check(Content.of(bytes));
        keepOnly(kind, owner, Lottie.read(field, bytes));
    }

    public void forgetOnly(PortraitKind kind, String owner) {
        vault.delete(kind.folder() + "/" + owner);
    }

    /// The picture, `null` when there is none.
    public @Nullable Kept find(PortraitKind kind, String owner, @Nullable String hash) {
        String blob = hash == null ? kind.folder() + "/" + owner : blob(kind, owner, hash);
        var opened = vault.open(blob);
        if (opened == null) {
            return null;
        }
        byte[] bytes = opened.bytes();
        return new Kept(blob, Sniffing.of(head(bytes), "").type(), bytes);
    }

    /// @param blob its name in the storage
    public record Kept(String blob, String type, byte[] bytes) {
        public boolean movesAs(@Nullable Cleaned measured) {
            return measured != null && Portraits.movesAs(type, measured);
        }

        /// How large it is; `null` when it is no picture that can be measured.
        public @Nullable Cleaned measured() {
            try {
                return Cleaning.clean(type, Content.of(bytes), ByteArrayOutputStream.nullOutputStream());
            } catch (IOException noPicture) {
                return null;
            }
        }
    }

    private static String blob(PortraitKind kind, String owner, String hash) {
        return kind.folder() + "/" + owner + "/" + hash;
    }

    private static byte[] head(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, Sniffing.HEAD_BYTES));
    }

    private static String hash(boolean moves, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            String hex = HexFormat.of().formatHex(digest, 0, HASH_BYTES);
            return moves ? "a_" + hex : hex;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
