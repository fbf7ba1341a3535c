package chat.parley.account.settings;

import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One person's choices.
///
/// @param locale a BCP 47 tag; empty means the device's language
/// @param guildPositions the guild rail, from the top; guilds that are not named come first
public record Settings(
        Look look,
        String locale,
        Status status,
        @Nullable CustomStatus customStatus,
        List<GuildId> guildPositions,
        boolean developerMode,
        Habits habits) {

    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    public static final Settings DEFAULT = new Settings(
            new Look(Theme.SYSTEM, false, false), "", Status.ONLINE, null, List.of(), false, Habits.DEFAULT);

    public Settings {
        guildPositions = List.copyOf(guildPositions);
        if (!locale.isEmpty() && !LOCALE.matcher(locale).matches()) {
            throw Refusal.invalid("locale", "LOCALE_INVALID", "Must be a language tag.");
        }
        if (guildPositions.size() > Limits.GUILDS_PER_USER_MAX) {
            throw Refusal.length("guild_positions", 0, Limits.GUILDS_PER_USER_MAX);
        }
    }

    Settings with(Habits other) {
        return new Settings(look, locale, status, customStatus, guildPositions, developerMode, other);
    }

    /// How the client shows itself.
    public record Look(Theme theme, boolean compact, boolean reducedMotion) {}

    public enum Theme {
        DARK,
        LIGHT,
        SYSTEM,
        CONTRAST
    }

    /// What a person wants to appear as while they are connected.
    public enum Status {
        ONLINE,
        IDLE,
        DND,
        /// Connected, but shown to others as offline.
        INVISIBLE
    }
}
