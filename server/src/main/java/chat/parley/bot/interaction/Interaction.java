package chat.parley.bot.interaction;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.bot.command.Availability.Owners;
import chat.parley.file.Attachment;
import chat.parley.message.Message;
import chat.parley.message.rich.Cause;
import chat.parley.permission.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Somebody used something of an application.
///
/// @param token with which the application answers, the only proof that it may
/// @param data what was used and how, checked, in Discord's shape, without what the ids in it stand for
/// @param on the message whose component was used
/// @param origin what only the person's client and the answer's metadata need
public record Interaction(
        EntityId id,
        String token,
        UserId application,
        Kind kind,
        UserId user,
        Place place,
        JsonNode data,
        @Nullable Message on,
        Origin origin) {

    public enum Kind {
        COMMAND(2),
        COMPONENT(3),
        AUTOCOMPLETE(4),
        MODAL(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /// Discord's.
        public int number() {
            return number;
        }
    }

    /// Where, and what could be done there at that moment.
    ///
    /// @param conversation no guild's channel
    /// @param member whether the application's bot is there
    /// @param owners by whom the application was let in
    /// @param attachmentMaxBytes of one file
    public record Place(
            GuildId guild,
            ChannelId channel,
            boolean conversation,
            boolean member,
            long userBits,
            long botBits,
            long attachmentMaxBytes,
            Owners owners) {

        /// Whether only the one who asked may see what an application answers that nobody let in but they.
        boolean whispered() {
            return owners.self() && !owners.guild() && !conversation && !Permission.USE_EXTERNAL_APPS.in(userBits);
        }
    }

    /// @param locale of the person
    /// @param nonce the client's own mark
    /// @param command the full name of the command
    /// @param trigger of a form, what showed it
    /// @param files that were given with it
    public record Origin(
            String locale,
            @Nullable String nonce,
            @Nullable String command,
            int commandType,
            @Nullable Cause trigger,
            List<Attachment> files) {}

    /// How messages that answer it tell of it.
    public Cause cause(@Nullable MessageId original) {
        return new Cause(
                id,
                new EntityId(application.value()),
                kind.number(),
                origin.command(),
                user,
                place.conversation() ? 0 : place.guild().value(),
                on == null ? null : on.id(),
                original,
                origin.trigger());
    }

    /// Without the token, which must not reach a log.
    @Override
    public String toString() {
        return "Interaction[" + id + ", " + kind + "]";
    }
}
