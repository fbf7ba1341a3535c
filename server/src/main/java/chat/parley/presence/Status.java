package chat.parley.presence;

import chat.parley.account.settings.Settings;
import java.util.Locale;

/// How somebody is seen.
public enum Status {
    ONLINE,
    IDLE,
    DND,
    /// Connected, but seen as [#OFFLINE] by everybody else.
    INVISIBLE,
    OFFLINE;

    /// As clients write it; anything unknown is online.
    public static Status of(String text) {
        return switch (text) {
            case "idle" -> IDLE;
            case "dnd" -> DND;
            case "invisible", "offline" -> INVISIBLE;
            default -> ONLINE;
        };
    }

    static Status of(Settings.Status chosen) {
        return switch (chosen) {
            case ONLINE -> ONLINE;
            case IDLE -> IDLE;
            case DND -> DND;
            case INVISIBLE -> INVISIBLE;
        };
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean seen() {
        return this != INVISIBLE && this != OFFLINE;
    }

    /// Of two connections, which one speaks for the user: who does not want to be disturbed says so everywhere,
    /// who is active somewhere is online.
    Status over(Status other) {
        return rank() >= other.rank() ? this : other;
    }

    private int rank() {
        return switch (this) {
            case DND -> 4;
            case ONLINE -> 3;
            case IDLE -> 2;
            case INVISIBLE -> 1;
            case OFFLINE -> 0;
        };
    }
}
