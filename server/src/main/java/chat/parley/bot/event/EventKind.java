package chat.parley.bot.event;

import java.util.Arrays;
import java.util.List;

/// What an application can ask to be told.
public enum EventKind {
    APPLICATION_AUTHORIZED,
    APPLICATION_DEAUTHORIZED;

    public static final List<String> NAMES =
            Arrays.stream(values()).map(Enum::name).toList();
}
