package chat.parley.edge.discord.shape.bot;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.User;
import chat.parley.base.id.UserId;
import chat.parley.bot.Application;
import chat.parley.edge.discord.shape.UserShape;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's application object as anybody may see it; [OwnApplicationShape] is its owner's.
///
/// @param type always null: it is no game
/// @param installParams absent when the application does not say how it wants to be installed
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ApplicationShape(
        UserId id,
        String name,
        @JsonInclude(ALWAYS) @Nullable String icon,
        String description,
        String summary,
        @JsonInclude(ALWAYS) @Nullable Integer type,
        @Nullable UserShape bot,
        boolean botPublic,
        boolean botRequireCodeGrant,
        @Nullable String termsOfServiceUrl,
        @Nullable String privacyPolicyUrl,
        @Nullable String customInstallUrl,
        @Nullable InstallParams installParams,
        String verifyKey,
        int flags,
        String flagsNew,
        @Nullable List<String> tags) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record InstallParams(List<String> scopes, String permissions) {}

    public static ApplicationShape of(Application it, @Nullable User bot) {
        var about = it.about();
        var install = it.install();
        return new ApplicationShape(
                it.id(),
                about.name(),
                about.icon(),
                about.description(),
                "",
                null,
                bot == null ? null : UserShape.of(bot),
                it.open(),
                false,
                about.termsUrl(),
                about.privacyUrl(),
                install.url(),
                install.scopes().isEmpty()
                        ? null
                        : new InstallParams(install.scopes(), Long.toString(install.permissions())),
                it.verifyKey().text(),
                it.flags(),
                Integer.toString(it.flags()),
                about.tags().isEmpty() ? null : about.tags());
    }
}
