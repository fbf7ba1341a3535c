package chat.parley.auth.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

/// Ours is what others compute, whatever the cost: hashes that BouncyCastle made are in people's databases.
final class Argon2Test {
    @Test
    void it_hashes_as_bouncycastle_does() {
        var random = new Random(9106);
        for (int i = 0; i < 60; i++) {
            int lanes = 1 + random.nextInt(4);
            var cost = new Argon2Cost(8 * lanes + random.nextInt(600), 1 + random.nextInt(4), lanes);
            byte[] password = bytes(random, random.nextInt(80));
            byte[] salt = bytes(random, 8 + random.nextInt(40));
            int length = 16 + random.nextInt(150);
            assertArrayEquals(
                    theirs(password, salt, cost, length), Argon2.hash(password, salt, cost, length), cost::toString);
        }
    }

    @Test
    void it_hashes_as_bouncycastle_does_at_the_cost_that_people_have() {
        byte[] password = "correct horse".getBytes(UTF_8);
        byte[] salt = new byte[16];
        assertArrayEquals(
                theirs(password, salt, Argon2Cost.DEFAULT, 32), Argon2.hash(password, salt, Argon2Cost.DEFAULT, 32));
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] theirs(byte[] password, byte[] salt, Argon2Cost cost, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }
}
