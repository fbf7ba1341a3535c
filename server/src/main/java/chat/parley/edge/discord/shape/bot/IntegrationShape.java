package chat.parley.edge.discord.shape.bot;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.User;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.bot.Application;
import chat.parley.bot.install.Installation;
import chat.parley.edge.discord.shape.UserShape;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's integration object. In a guild an application is integrated once, so its id names the integration.
///
/// @param user who installed it
/// @param guildId only in events
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record IntegrationShape(
        UserId id,
        String type,
        String name,
        boolean enabled,
        Account account,
        Inner application,
        List<String> scopes,
        @Nullable UserShape user,
        @Nullable GuildId guildId) {

    public record Account(UserId id, String name) {}

    /// The application, without what only its own object has.
    public record Inner(
            UserId id,
            String name,
            @JsonInclude(ALWAYS) @Nullable String icon,
            String description,
            @JsonInclude(ALWAYS) @Nullable Integer type,
            @Nullable UserShape bot) {}

    /// @param people the bot and who installed it, as far as they are known
    public static IntegrationShape of(Installation it, Application application, Map<UserId, User> people) {
        var about = application.about();
        var bot = people.get(application.id());
        var installer = people.get(it.installedBy());
        return new IntegrationShape(
                it.application(),
                "discord",
                about.name(),
                true,
                new Account(it.application(), about.name()),
                new Inner(
                        it.application(),
                        about.name(),
                        about.icon(),
                        about.description(),
                        null,
                        bot == null ? null : UserShape.of(bot)),
                it.scopes(),
                installer == null ? null : UserShape.of(installer),
                null);
    }

    public IntegrationShape in(GuildId guild) {
        return new IntegrationShape(id, type, name, enabled, account, application, scopes, user, guild);
    }
}
