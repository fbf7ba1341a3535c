package chat.parley.account.settings;

import static java.util.Objects.requireNonNullElse;

import chat.parley.account.Field;
import chat.parley.base.id.GuildId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What somebody changes about their settings. A component that is `null` stays as it is.
public record SettingsChange(
        Settings.@Nullable Theme theme,
        @Nullable Boolean compact,
        @Nullable Boolean reducedMotion,
        @Nullable String locale,
        Settings.@Nullable Status status,
        Field<CustomStatus> customStatus,
        @Nullable List<GuildId> guildPositions,
        @Nullable Boolean developerMode,
        UnaryOperator<Habits> habits) {

    Settings appliedTo(Settings before) {
        var look = before.look();
        return new Settings(
                new Settings.Look(
                        requireNonNullElse(theme, look.theme()),
                        requireNonNullElse(compact, look.compact()),
                        requireNonNullElse(reducedMotion, look.reducedMotion())),
                requireNonNullElse(locale, before.locale()),
                requireNonNullElse(status, before.status()),
                customStatus.or(before.customStatus()),
                requireNonNullElse(guildPositions, before.guildPositions()),
                requireNonNullElse(developerMode, before.developerMode()),
                habits.apply(before.habits()));
    }
}
