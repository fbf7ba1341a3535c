package chat.parley.auth.password;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.jspecify.annotations.Nullable;

/// Makes and checks password hashes, two at a time, on platform threads of its own: a hash keeps a core busy for some
/// 50 ms, so a crowd that signs in at once must not starve everything else. A full queue answers "try again".
public final class Hashing implements AutoCloseable {
    private static final int BCRYPT_MAX_BYTES = 72;

    private final Argon2Cost cost;
    private final ThreadPoolExecutor threads;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong computed = new AtomicLong();
    /// What the password of somebody who does not exist is compared with, so that their sign-in costs as much.
    private final String nobody;

    public Hashing(Argon2Cost cost) {
        this.cost = cost;
        this.nobody = Argon2id.of(new Password(""), salt(), cost).text();
        int parallel = Runtime.getRuntime().availableProcessors() > 1 ? 2 : 1;
        this.threads = new ThreadPoolExecutor(
                parallel,
                parallel,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(Limits.HASHING_QUEUE_MAX),
                Thread.ofPlatform().name("hashing-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /// A hash to keep, with a new salt and the present cost.
    public String hash(Password password) {
        return queued(() -> Argon2id.of(password, salt(), cost).text());
    }

    /// Whether the password fits. Without a stored hash the answer is no, after the same work.
    public boolean matches(Password password, @Nullable String stored) {
        return queued(() -> fits(password, stored == null ? nobody : stored) && stored != null);
    }

    /// Whether a stored hash was made by another method or at another cost than the present one.
    public boolean outdated(String stored) {
        return !Argon2id.written(stored) || !Argon2id.parse(stored).cost().equals(cost);
    }

    /// How many hashes were computed since the start.
    public long computed() {
        return computed.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static boolean fits(Password password, String stored) {
        if (Argon2id.written(stored)) {
            return Argon2id.parse(stored).matches(password);
        }
        // Imported accounts. bcrypt reads 72 bytes; BouncyCastle refuses more, where others cut silently.
        byte[] bytes = password.bytes();
        return stored.startsWith("$2")
                && bytes.length > 0
                && bytes.length <= BCRYPT_MAX_BYTES
                && OpenBSDBCrypt.checkPassword(stored, bytes);
    }

    private <T> T queued(Callable<T> work) {
        try {
            var result = threads.submit(work);
            T value = result.get();
            computed.incrementAndGet();
            return value;
        } catch (RejectedExecutionException full) {
            throw new Refused(new Refusal.Busy(Limits.HASHING_RETRY_MS), full);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused(new Refusal.Busy(Limits.HASHING_RETRY_MS), interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A password hash could not be computed", failure.getCause());
        }
    }

    private byte[] salt() {
        byte[] salt = new byte[Argon2id.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
