package chat.parley.config;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;

/// Where log lines go (standard output) and how they look. In code, because reading Logback's XML costs a tenth of a
/// second at every start.
public final class Logging {
    private static final String TEXT = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %logger{0}: %msg%n";

    private Logging() {}

    public static void begin(Config config) {
        begin(config.of(Keys.LOG_FORMAT).equals("json"), Level.toLevel(config.of(Keys.LOG_LEVEL)));
    }

    /// For commands that print their result: nothing but trouble.
    public static void beQuiet() {
        begin(false, Level.ERROR);
    }

    private static void begin(boolean json, Level level) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        context.reset();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setEncoder(json ? json(context) : text(context));
        console.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        // Libraries speak up from WARN; we say what the operator asked for.
        context.getLogger("chat.parley").setLevel(level);
        root.setLevel(level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN);
    }

    private static Encoder<ILoggingEvent> text(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(TEXT);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithContext(false);
        encoder.setWithNanoseconds(false);
        encoder.start();
        return encoder;
    }
}
