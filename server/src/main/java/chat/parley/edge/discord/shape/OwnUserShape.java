package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.Account;
import chat.parley.account.settings.Settings;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's user object as its owner sees it.
///
/// @param verified always true: nobody is asked to confirm an address
/// @param admin true for those who own this node
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record OwnUserShape(
        @JsonUnwrapped UserShape user,
        boolean mfaEnabled,
        String locale,
        int premiumType,
        @JsonInclude(ALWAYS) @Nullable String email,
        boolean verified,
        String bio,
        String pronouns,
        boolean admin) {

    private static final String DEFAULT_LOCALE = "en-US";

    /// The only ones that Discord's libraries know.
    private static final Set<String> LOCALES = Set.of(
            "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu",
            "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi",
            "zh-CN", "zh-TW");

    public static OwnUserShape of(Account account, Settings settings) {
        return new OwnUserShape(
                UserShape.of(account.user()),
                false,
                known(settings.locale()),
                0,
                account.email(),
                true,
                account.bio(),
                account.pronouns(),
                account.operator());
    }

    /// For a program that acts for them: the address only when they agreed to that.
    public OwnUserShape toProgram(boolean addressed) {
        return new OwnUserShape(
                user,
                mfaEnabled,
                locale,
                premiumType,
                addressed ? email : null,
                addressed && verified,
                bio,
                pronouns,
                false);
    }

    /// The nearest of Discord's locales: the same, or the first of the same language.
    public static String known(String locale) {
        if (LOCALES.contains(locale)) {
            return locale;
        }
        String language = Locale.forLanguageTag(locale).getLanguage();
        if (language.isEmpty() || language.equals("en")) {
            return DEFAULT_LOCALE;
        }
        return LOCALES.stream()
                .filter(it -> it.equals(language) || it.startsWith(language + "-"))
                .sorted()
                .findFirst()
                .orElse(DEFAULT_LOCALE);
    }
}
