package chat.parley.auth.password;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/// Argon2id (RFC 9106, version 1.3), without a key or further data. BouncyCastle's takes its memory from the heap; this
/// one from outside, and gives it back at once. Tested to hash as BouncyCastle does.
final class Argon2 {
    private static final int VERSION = 0x13;
    private static final int TYPE = 2;
    private static final int SEED_BYTES = 64;

    private Argon2() {}

    static byte[] hash(byte[] password, byte[] salt, Argon2Cost cost, int length) {
        byte[] seed = seed(password, salt, cost, length);
        try (var arena = Arena.ofConfined()) {
            var segment = arena.allocate(Argon2Memory.bytes(cost), Long.BYTES);
            var memory = new Argon2Memory(segment, cost);
            for (int lane = 0; lane < cost.parallelism(); lane++) {
                memory.begin(lane, 0, stretched(Argon2Memory.BLOCK_BYTES, seed, words(0, lane)));
                memory.begin(lane, 1, stretched(Argon2Memory.BLOCK_BYTES, seed, words(1, lane)));
            }
            memory.fill();
            byte[] hash = stretched(length, memory.end());
            segment.fill((byte) 0);
            return hash;
        }
    }

    /// H0 (section 3.2): all that goes in.
    private static byte[] seed(byte[] password, byte[] salt, Argon2Cost cost, int length) {
        return blake(
                SEED_BYTES,
                words(cost.parallelism(), length, cost.memoryKib(), cost.iterations(), VERSION, TYPE, password.length),
                password,
                words(salt.length),
                salt,
                words(0, 0));
    }

    /// H' (section 3.3): a hash of any length.
    private static byte[] stretched(int length, byte[]... input) {
        var all = new byte[input.length + 1][];
        all[0] = words(length);
        System.arraycopy(input, 0, all, 1, input.length);
        if (length <= SEED_BYTES) {
            return blake(length, all);
        }
        var out = ByteBuffer.allocate(length);
        byte[] part = blake(SEED_BYTES, all);
        while (out.remaining() > SEED_BYTES) {
            out.put(part, 0, SEED_BYTES / 2);
            part = blake(Math.min(SEED_BYTES, out.remaining()), part);
        }
        return out.put(part).array();
    }

    private static byte[] blake(int length, byte[]... input) {
        var digest = new Blake2bDigest(length * Byte.SIZE);
        for (var part : input) {
            digest.update(part, 0, part.length);
        }
        var hash = new byte[length];
        digest.doFinal(hash, 0);
        return hash;
    }

    private static byte[] words(int... numbers) {
        var bytes = ByteBuffer.allocate(Integer.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }
}
