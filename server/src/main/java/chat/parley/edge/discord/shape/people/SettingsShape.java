package chat.parley.edge.discord.shape.people;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.settings.CustomStatus;
import chat.parley.account.settings.Settings;
import chat.parley.base.id.GuildId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A person's settings, as in `docs/protocol/client.md`.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SettingsShape(
        String theme,
        String locale,
        boolean messageDisplayCompact,
        String status,
        @JsonInclude(ALWAYS) @Nullable Custom customStatus,
        List<GuildId> guildPositions,
        boolean developerMode,
        boolean reducedMotion,
        @JsonUnwrapped HabitsShape habits) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(ALWAYS)
    public record Custom(
            @Nullable String text,
            @Nullable String emojiName,
            @Nullable Instant expiresAt) {
        static Custom of(CustomStatus status) {
            return new Custom(status.text(), status.emoji(), status.expiresAt());
        }
    }

    public static SettingsShape of(Settings settings) {
        var custom = settings.customStatus();
        return new SettingsShape(
                wire(settings.look().theme()),
                settings.locale(),
                settings.look().compact(),
                wire(settings.status()),
                custom == null ? null : Custom.of(custom),
                settings.guildPositions(),
                settings.developerMode(),
                settings.look().reducedMotion(),
                HabitsShape.of(settings.habits()));
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
