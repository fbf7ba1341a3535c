package chat.parley.file.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The keys under which every file's own key is wrapped: a file in the data directory, mode 600, one key in
/// hexadecimal a line. New files take the first, old ones whichever they were wrapped under; so a key is changed by
/// putting a new line on top.
public final class MasterKeys {
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;

    private final List<SecretKey> keys;

    private MasterKeys(List<SecretKey> keys) {
        this.keys = keys;
    }

    /// Reads the file, or makes it with one new key.
    public static MasterKeys at(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            var keys = new ArrayList<SecretKey>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    keys.add(key(HexFormat.of().parseHex(line.strip()), file));
                }
            }
            if (keys.isEmpty()) {
                throw new IllegalStateException(file + " holds no key; without it no stored file can be read.");
            }
            return new MasterKeys(List.copyOf(keys));
        } catch (IOException failure) {
            throw new UncheckedIOException("The key of the stored files cannot be read", failure);
        }
    }

    /// A key for another purpose, which says nothing about the newest one.
    public byte[] derived(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(newest().getEncoded(), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    SecretKey newest() {
        return keys.getFirst();
    }

    /// @throws IllegalStateException when it is not there any more
    SecretKey withId(byte[] id) {
        for (var key : keys) {
            if (Arrays.equals(id(key), id)) {
                return key;
            }
        }
        throw new IllegalStateException("The key " + HexFormat.of().formatHex(id) + " of a stored file is missing.");
    }

    static byte[] id(SecretKey key) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretKey key(byte[] bytes, Path file) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(file + " holds a key that has not " + KEY_BYTES + " bytes.");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static void create(Path file) throws IOException {
        var parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(key) + "\n");
    }
}
