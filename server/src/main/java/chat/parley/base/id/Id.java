package chat.parley.base.id;

import java.time.Instant;

/// A snowflake: 42 bits of milliseconds since [Snowflakes#EPOCH_MS], 10 bits of node, 12 bits of sequence.
/// `long` in the database, a decimal string in JSON.
public sealed interface Id permits ChannelId, GuildId, MessageId, RoleId, UserId, EntityId {
    /// 2^64 divided by the golden ratio.
    long MIXER = 0x9E37_79B9_7F4A_7C15L;

    long value();

    /// The moment at which the id was made.
    default Instant time() {
        return Instant.ofEpochMilli((value() >>> 22) + Snowflakes.EPOCH_MS);
    }

    /// The id as it is written in JSON and in URLs.
    default String text() {
        return Long.toString(value());
    }

    /// Reads a decimal id out of a URL or a JSON string.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Invalid` when the text is no positive 64-bit number
    static long parse(String text) {
        return Snowflakes.parse(text);
    }

    /// Ids of the same second differ in bits that the place in a small hash table does not depend on, if the number's
    /// own hash is taken; by this each of its bits counts.
    static int hash(long value) {
        return (int) ((value * MIXER) >>> Integer.SIZE);
    }
}
