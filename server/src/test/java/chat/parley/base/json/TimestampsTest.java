package chat.parley.base.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TimestampsTest {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");
    private static final int TRIES = 20_000;
    /// The years -2000 to 12000, so that some do not fit four digits.
    private static final long FROM_S = -125_000_000_000L;
    private static final long TO_S = 316_000_000_000L;

    @Test
    void are_written_as_a_formatter_writes_them() {
        var random = new Random(11);
        for (int i = 0; i < TRIES; i++) {
            var moment = Instant.ofEpochSecond(random.nextLong(FROM_S, TO_S), random.nextInt(1_000_000_000));
            assertEquals(FORM.format(moment.atOffset(ZoneOffset.UTC)), Timestamps.text(moment));
        }
        assertEquals("1970-01-01T00:00:00.000000+00:00", Timestamps.text(Instant.EPOCH));
        assertEquals(
                "2026-02-28T23:59:59.000007+00:00", Timestamps.text(Instant.parse("2026-02-28T23:59:59.000007999Z")));
    }
}
