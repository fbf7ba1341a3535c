package chat.parley.base.refusal;

import java.util.List;

/// Every way in which the server says no. Each edge answers with one exhaustive switch over this type.
public sealed interface Refusal {

    /// The thing is not there, or the caller may not know that it is.
    record Unknown(Thing what) implements Refusal {}

    /// The caller sees the thing, but lacks a permission (its name, as in `SEND_MESSAGES`).
    record Forbidden(String permission) implements Refusal {}

    /// The caller sees the thing, but is too low in the role hierarchy, or the thing is not to be changed by anybody.
    record NotAllowed(String why) implements Refusal {}

    /// The caller may not see the channel or guild in question (Discord's "Missing Access").
    record NoAccess() implements Refusal {}

    /// The person is banned from the guild.
    record Banned() implements Refusal {}

    /// Nobody is signed in: the token is missing, expired, revoked or forged.
    record Unauthorized() implements Refusal {}

    /// Text that should be an id is none.
    record NotAnId(String text) implements Refusal {}

    /// One or more fields are wrong; all that were found are named.
    record Invalid(List<Problem> problems) implements Refusal {}

    /// A field's fault. `field` is a path as in `embeds.0.title`; `code` is Discord's, as in `BASE_TYPE_MAX_LENGTH`.
    record Problem(String field, String code, String message) {}

    /// A list is full: guilds of a person, channels or roles of a guild, pins of a channel…
    record Full(Thing what, int max) implements Refusal {}

    /// The caller does this too often.
    record TooOften(long retryAfterMs, boolean global) implements Refusal {}

    /// The server cannot take more work now; nothing was done.
    record Busy(long retryAfterMs) implements Refusal {}

    /// The body or message cannot be read at all: broken JSON, wrong encoding, wrong content type.
    record Malformed(String why) implements Refusal {}

    /// The body is larger than its limit.
    record TooLarge(long maxBytes) implements Refusal {}

    /// The change does not fit the present state (already there, already spent, somebody was faster).
    record Conflict(String why) implements Refusal {}

    /// The channel's slow mode asks this member to wait.
    record TooSoon(long retryAfterMs) implements Refusal {}

    /// The message, or what is to be done with it, breaks a rule that has a name of its own on the wire.
    record Unfit(Why why) implements Refusal {}

    /// A rule of the guild's automatic moderation does not let the text through.
    record Screened(String message) implements Refusal {}

    /// A program is not granted a token; the words are those of RFC 6749, 5.2.
    record NotGranted(String error, String why) implements Refusal {}

    /// A program calls in somebody's name, but was not allowed this.
    record OutOfScope() implements Refusal {}

    /// The rules of [Unfit].
    enum Why {
        ANSWERED_ALREADY,
        INVALID_TOKEN,
        EMPTY_MESSAGE,
        MESSAGE_OF_ANOTHER,
        SYSTEM_MESSAGE,
        TOO_OLD_TO_BULK_DELETE,
        WRONG_COUNT_TO_BULK_DELETE,
        NO_TEXT_CHANNEL,
        REPLY_WITHOUT_HISTORY,
        /// The other does not want to hear from the caller, or nothing connects the two.
        CANNOT_REACH,
        INVALID_RECIPIENTS,
        FRIENDS_ALREADY,
        FRIEND_OF_A_BOT,
        FRIEND_OF_ONESELF,
        FRIEND_REQUEST_BLOCKED,
        FRIEND_REQUESTS_CLOSED,
        NOBODY_OF_THAT_NAME,
        WRONG_CHANNEL_KIND,
        THREAD_ALREADY_STARTED,
        THREAD_LOCKED,
        THREAD_ARCHIVED,
        TOO_MANY_ACTIVE_THREADS,
        TAG_REQUIRED,
        POLL_OVER,
        /// A webhook writes in a forum without saying in which post.
        POST_WITHOUT_A_NAME,
        POST_OUTSIDE_A_FORUM,
        ALREADY_PUBLISHED,
        NO_POLL,
        INVITE_CODE_TAKEN,
        TEMPLATE_EXISTS,
        WIDGET_OFF,
        TOO_NEW,
        /// What was asked for needs somebody who is in a voice channel.
        NOT_IN_VOICE,
        STAGE_ALREADY_OPEN,
        INVALID_STICKER,
        VOICE_MESSAGE_WITH_MORE,
        VOICE_MESSAGE_WITHOUT_SOUND,
        VOICE_MESSAGE_UNTOLD,
        VOICE_MESSAGE_EDITED,
        VOICE_MESSAGE_NOT_HERE
    }

    /// What can be unknown or full.
    enum Thing {
        USER,
        GUILD,
        CHANNEL,
        MESSAGE,
        ROLE,
        MEMBER,
        INVITE,
        BAN,
        OVERWRITE,
        EMOJI,
        REACTION,
        PIN,
        POLL_ANSWER,
        SCHEDULED_EVENT,
        RECIPIENT,
        FRIEND,
        SESSION,
        RULE,
        REPORT,
        APPLICATION,
        COMMAND,
        RULES,
        INTERACTION,
        WEBHOOK,
        INTEGRATION,
        STICKER,
        WELCOME_SCREEN,
        TEMPLATE,
        WIDGET,
        UPLOAD,
        VOICE_PLACE,
        VOICE_STATE,
        STAGE,
        CALL,
        SOUND,
        RECORDING,
        ROUTE
    }

    static Refused unknown(Thing what) {
        return new Refused(new Unknown(what));
    }

    static Refused forbidden(String permission) {
        return new Refused(new Forbidden(permission));
    }

    static Refused notAllowed(String why) {
        return new Refused(new NotAllowed(why));
    }

    static Refused unfit(Why why) {
        return new Refused(new Unfit(why));
    }

    static Refused conflict(String why) {
        return new Refused(new Conflict(why));
    }

    static Refused invalid(String field, String code, String message) {
        return new Refused(new Invalid(List.of(new Problem(field, code, message))));
    }

    static Refused required(String field) {
        return invalid(field, "BASE_TYPE_REQUIRED", "This field is required");
    }

    static Refused length(String field, int min, int max) {
        return invalid(field, "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
    }
}
