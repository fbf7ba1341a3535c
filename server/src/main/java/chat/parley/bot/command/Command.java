package chat.parley.bot.command;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A command of an application.
///
/// @param guild where it is; absent for everywhere
/// @param version changes with every change of the command
public record Command(
        EntityId id, UserId application, @Nullable GuildId guild, Draft draft, EntityId version) {
    /// Written after a slash.
    public static final int CHAT_INPUT = 1;
    /// Chosen in the menu of a person.
    public static final int USER = 2;
    /// Chosen in the menu of a message.
    public static final int MESSAGE = 3;

    /// What its application says about it.
    ///
    /// @param type [#CHAT_INPUT], [#USER] or [#MESSAGE]
    /// @param definition description, localisations, options, contexts: checked, in the order of Discord's fields
    /// @param defaultPermissions bits that a member needs where the guild says nothing; absent for none
    public record Draft(
            int type,
            String name,
            JsonNode definition,
            @Nullable Long defaultPermissions,
            boolean nsfw) {}

    public int type() {
        return draft.type();
    }

    public String name() {
        return draft.name();
    }

    /// The options, in their order; empty when there are none.
    public JsonNode options() {
        return draft.definition().path("options");
    }

    /// Whether it comes with an installation in a guild (0) or by a person (1).
    public boolean comesWith(int installation) {
        var types = draft.definition().path("integration_types");
        if (!types.isArray() || types.isEmpty()) {
            return installation == 0;
        }
        return types.valueStream().anyMatch(it -> it.asInt(-1) == installation);
    }

    /// Whether it can be used in guilds (0), in private with its bot (1), or in other private channels (2).
    public boolean usableIn(int context) {
        var contexts = draft.definition().path("contexts");
        if (!contexts.isArray() || contexts.isEmpty()) {
            return context != 2;
        }
        return contexts.valueStream().anyMatch(it -> it.asInt(-1) == context);
    }
}
