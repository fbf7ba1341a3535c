package chat.parley.presence;

import java.util.Locale;

/// From where somebody is connected.
public enum Device {
    DESKTOP,
    MOBILE,
    WEB;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
