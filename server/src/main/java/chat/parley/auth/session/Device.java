package chat.parley.auth.session;

import java.util.List;
import java.util.Map;

/// Where somebody signs in from, as far as their request tells.
///
/// @param os as in `Linux`, `Unknown` when the request does not tell
/// @param browser as in `Firefox`
public record Device(String os, String browser, String ip) {
    private static final String UNKNOWN = "Unknown";
    private static final int USER_AGENT_MAX_CHARS = 512;

    /// Browsers name their ancestors too, so the order decides.
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Parley/", "Parley"),
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Vivaldi/", "Vivaldi"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Safari/", "Safari"),
            Map.entry("curl/", "curl"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Windows", "Windows"),
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iOS"),
            Map.entry("iPad", "iPadOS"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    /// Reads the header `User-Agent`; empty text when there was none.
    public static Device of(String userAgent, String ip) {
        String agent =
                userAgent.length() > USER_AGENT_MAX_CHARS ? userAgent.substring(0, USER_AGENT_MAX_CHARS) : userAgent;
        return new Device(named(SYSTEMS, agent), named(BROWSERS, agent), ip);
    }

    private static String named(List<Map.Entry<String, String>> marks, String agent) {
        return marks.stream()
                .filter(it -> agent.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
