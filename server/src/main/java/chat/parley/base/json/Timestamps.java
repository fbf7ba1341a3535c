package chat.parley.base.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Hot path. Moments as Discord writes them, `2026-01-02T03:04:05.678000+00:00`: with an offset and never `Z`, which
/// Python before 3.11 (discord.py) cannot read.
public final class Timestamps {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");
    private static final String BLANK = "0000-00-00T00:00:00.000000+00:00";
    private static final int LAST_YEAR = 9999;
    private static final int NANOS_OF_MICRO = 1_000;

    private Timestamps() {}

    public static String text(Instant moment) {
        var time = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            return FORM.format(time.atOffset(ZoneOffset.UTC));
        }
        var text = BLANK.toCharArray();
        put(text, 4, time.getYear());
        put(text, 7, time.getMonthValue());
        put(text, 10, time.getDayOfMonth());
        put(text, 13, time.getHour());
        put(text, 16, time.getMinute());
        put(text, 19, time.getSecond());
        put(text, 26, time.getNano() / NANOS_OF_MICRO);
        return new String(text);
    }

    /// A number whose last digit stands before a place.
    private static void put(char[] text, int end, int number) {
        int at = end;
        for (int left = number; left > 0; left /= 10) {
            text[--at] = (char) ('0' + left % 10);
        }
    }
}
