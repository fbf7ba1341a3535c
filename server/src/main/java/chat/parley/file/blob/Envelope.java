package chat.parley.file.blob;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// How a file is encrypted: AES-256-GCM under a key of its own, in pieces of 64 KiB that are authenticated one by one,
/// so that a range is read without what stands before it.
///
/// The head is `PF`, a version, the id of the master key (4 bytes), the length of the plain text (8), the nonce under
/// which the file's key is wrapped (12), the wrapped key (32 + 16). The wrapping authenticates name and length: a blob
/// that is moved to another name or cut does not open. A piece's nonce is its number, which cannot repeat under a key
/// that encrypts one file once; the last piece's nonce says so besides (the STREAM construction of Hoang, Reyhanitabar,
/// Rogaway and Vizár). The pieces of a [Journal] have lengths of their own, and none of them is the last.
final class Envelope {
    static final int PIECE_BYTES = 1 << 16;
    static final int TAG_BYTES = 16;
    static final int SEALED_PIECE_BYTES = PIECE_BYTES + TAG_BYTES;
    static final int HEAD_BYTES = 3 + 4 + 8 + 12 + 32 + 16;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;

    private final SecretKey key;
    private final long length;

    private Envelope(SecretKey key, long length) {
        this.key = key;
        this.length = length;
    }

    record Sealing(Envelope envelope, byte[] head) {}

    static Sealing seal(MasterKeys masters, String name, long length) {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var master = masters.newest();
        byte[] wrapped = crypt(Cipher.ENCRYPT_MODE, master, nonce, about(name, length), key, 0, key.length);
        var head = ByteBuffer.allocate(HEAD_BYTES)
                .put((byte) 'P')
                .put((byte) 'F')
                .put((byte) 1)
                .put(MasterKeys.id(master))
                .putLong(length)
                .put(nonce)
                .put(wrapped);
        return new Sealing(new Envelope(new SecretKeySpec(key, "AES"), length), head.array());
    }

    /// @throws IllegalStateException when the head is not one of ours or was tampered with
    static Envelope open(MasterKeys masters, String name, byte[] head) {
        var in = ByteBuffer.wrap(head);
        if (head.length != HEAD_BYTES || in.get() != 'P' || in.get() != 'F' || in.get() != 1) {
            throw new IllegalStateException("The blob " + name + " is no file of ours.");
        }
        var id = new byte[4];
        in.get(id);
        long length = in.getLong();
        var nonce = new byte[NONCE_BYTES];
        in.get(nonce);
        var wrapped = new byte[in.remaining()];
        in.get(wrapped);
        byte[] key =
                crypt(Cipher.DECRYPT_MODE, masters.withId(id), nonce, about(name, length), wrapped, 0, wrapped.length);
        return new Envelope(new SecretKeySpec(key, "AES"), length);
    }

    long length() {
        return length;
    }

    /// How long the blob is.
    static long sealedLength(long length) {
        return HEAD_BYTES + length + pieces(length) * TAG_BYTES;
    }

    /// At least one: also nothing is authenticated.
    static long pieces(long length) {
        return Math.max(1, Math.ceilDiv(length, PIECE_BYTES));
    }

    byte[] sealed(long piece, byte[] plain, int count) {
        return crypt(Cipher.ENCRYPT_MODE, key, nonce(piece), new byte[0], plain, 0, count);
    }

    byte[] opened(long piece, byte[] sealed, int count) {
        return crypt(Cipher.DECRYPT_MODE, key, nonce(piece), new byte[0], sealed, 0, count);
    }

    private byte[] nonce(long piece) {
        byte last = (byte) (piece == pieces(length) - 1 ? 1 : 0);
        return ByteBuffer.allocate(NONCE_BYTES)
                .putInt(0, 0)
                .putInt(7, Math.toIntExact(piece))
                .put(11, last)
                .array();
    }

    private static byte[] about(String name, long length) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length).putLong(length).put(text).array();
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] about, byte[] in, int from, int count) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
            cipher.updateAAD(about);
            return cipher.doFinal(in, from, count);
        } catch (GeneralSecurityException tampered) {
            throw new IllegalStateException("A stored file is damaged or was tampered with.", tampered);
        }
    }
}
