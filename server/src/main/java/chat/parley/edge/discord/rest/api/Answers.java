package chat.parley.edge.discord.rest.api;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.edge.http.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Turns a refusal into Discord's status, code and words: the only place that knows them.
public final class Answers {
    private Answers() {}

    public static Reply of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown(var what) -> unknown(what);
            case Refusal.Forbidden _ -> error(403, 50013, "Missing Permissions");
            case Refusal.NotAllowed(var why) -> error(403, 50013, why);
            case Refusal.NoAccess _ -> error(403, 50001, "Missing Access");
            case Refusal.Banned _ -> error(403, 40007, "The user is banned from this guild.");
            case Refusal.Unauthorized _ -> Reply.status(401);
            case Refusal.NotAnId(var text) -> invalid(List.of(notAnId(text)));
            case Refusal.Invalid(var problems) -> invalid(problems);
            case Refusal.Full(var what, int max) -> full(what, max);
            case Refusal.TooOften(long retryAfterMs, boolean global) ->
                tooOften(0, "You are being rate limited.", retryAfterMs, global);
            case Refusal.TooSoon(long retryAfterMs) ->
                tooOften(20016, "This action cannot be performed due to slowmode rate limit", retryAfterMs, false);
            case Refusal.Busy(long retryAfterMs) -> busy(retryAfterMs);
            case Refusal.Malformed(var why) -> error(400, 50109, why);
            case Refusal.TooLarge _ -> error(413, 40005, "Request entity too large");
            case Refusal.Conflict(var why) -> error(409, 0, why);
            case Refusal.Unfit(var why) -> unfit(why);
            case Refusal.NotGranted(var error, var why) -> notGranted(error, why);
            case Refusal.OutOfScope _ -> error(403, 50026, "Missing required OAuth2 scope");
            case Refusal.Screened(var message) -> error(400, 200000, message);
        };
    }

    /// A bot called what is for people only.
    static Reply notForBots() {
        return error(403, 20001, "Bots cannot use this endpoint");
    }

    /// In OAuth's words, and in ours for whoever expects those.
    private static Reply notGranted(String error, String why) {
        var body = Map.of("error", error, "error_description", why, "message", why, "code", 0);
        return Reply.json(error.equals("invalid_client") ? 401 : 400, body);
    }

    private static Reply unknown(Thing what) {
        return switch (what) {
            case ROUTE -> Reply.status(404);
            case GUILD -> error(404, 10004, "Unknown Guild");
            case CHANNEL -> error(404, 10003, "Unknown Channel");
            case INVITE -> error(404, 10006, "Unknown Invite");
            case MEMBER -> error(404, 10007, "Unknown Member");
            case MESSAGE -> error(404, 10008, "Unknown Message");
            case OVERWRITE -> error(404, 10009, "Unknown Permission Overwrite");
            case ROLE -> error(404, 10011, "Unknown Role");
            case USER -> error(404, 10013, "Unknown User");
            case EMOJI, REACTION -> error(404, 10014, "Unknown Emoji");
            case SESSION -> error(404, 10020, "Unknown Session");
            case RULES -> error(404, 10066, "Unknown application command permissions");
            case COMMAND -> error(404, 10063, "Unknown application command");
            case INTERACTION -> error(404, 10062, "Unknown interaction");
            case WEBHOOK -> error(404, 10015, "Unknown Webhook");
            case APPLICATION -> error(404, 10002, "Unknown Application");
            case INTEGRATION -> error(404, 10005, "Unknown Integration");
            case BAN -> error(404, 10026, "Unknown Ban");
            case RULE -> error(404, 0, "Unknown Auto Moderation Rule");
            case REPORT -> error(404, 0, "Unknown Report");
            case PIN -> error(404, 10008, "Unknown Message");
            case SCHEDULED_EVENT -> error(404, 10070, "Unknown Guild Scheduled Event");
            case POLL_ANSWER -> error(404, 10102, "Unknown poll answer");
            case RECIPIENT, FRIEND -> error(404, 10013, "Unknown User");
            case STICKER -> error(404, 10060, "Unknown sticker");
            case WELCOME_SCREEN -> error(404, 10069, "Unknown Guild Welcome Screen");
            case TEMPLATE -> error(404, 10057, "Unknown Guild Template");
            case WIDGET -> error(404, 10004, "Unknown Guild");
            case UPLOAD -> error(404, 0, "Unknown upload");
            case VOICE_STATE, VOICE_PLACE -> error(404, 10065, "Unknown Voice State");
            case STAGE -> error(404, 10067, "Unknown Stage Instance");
            case CALL -> error(404, 10003, "Unknown Channel");
            case SOUND -> error(404, 10097, "Unknown sound");
            case RECORDING -> error(404, 0, "Unknown recording");
        };
    }

    private static Reply full(Thing what, int max) {
        int code = switch (what) {
            case GUILD -> 30001;
            case PIN -> 30003;
            case RECIPIENT -> 30004;
            case FRIEND -> 30002;
            case ROLE -> 30005;
            case EMOJI -> 30008;
            case REACTION -> 30010;
            case CHANNEL -> 30013;
            case INVITE -> 30016;
            case OVERWRITE -> 30060;
            case COMMAND -> 30032;
            case WEBHOOK -> 30007;
            case STICKER -> 30039;
            case SCHEDULED_EVENT, POLL_ANSWER, USER, MESSAGE, MEMBER, BAN, SESSION, RULE, REPORT -> 30000;
            case APPLICATION, INTEGRATION, INTERACTION, RULES, UPLOAD, ROUTE -> 30000;
            case VOICE_STATE, VOICE_PLACE, STAGE, CALL -> 30000;
            case SOUND -> 30045;
            case WELCOME_SCREEN, WIDGET, RECORDING -> 30000;
            case TEMPLATE -> 30031;
        };
        String name = what.name().charAt(0) + what.name().substring(1).toLowerCase(Locale.ROOT);
        return error(400, code, "Maximum number reached: " + name + " (" + max + ")");
    }

    private static Reply unfit(Why why) {
        return switch (why) {
            case ANSWERED_ALREADY -> error(400, 40060, "Interaction has already been acknowledged.");
            case INVALID_STICKER -> error(400, 50081, "Invalid sticker sent");
            case VOICE_MESSAGE_WITH_MORE -> error(400, 50159, "Voice messages do not support additional content.");
            case VOICE_MESSAGE_WITHOUT_SOUND ->
                error(400, 50160, "Voice messages must have a single audio attachment.");
            case VOICE_MESSAGE_UNTOLD -> error(400, 50161, "Voice messages must have supporting metadata.");
            case VOICE_MESSAGE_EDITED -> error(400, 50162, "Voice messages cannot be edited.");
            case VOICE_MESSAGE_NOT_HERE -> error(403, 50173, "You cannot send voice messages in this channel.");
            case INVALID_TOKEN -> error(401, 50027, "Invalid Webhook Token");
            case EMPTY_MESSAGE -> error(400, 50006, "Cannot send an empty message");
            case MESSAGE_OF_ANOTHER -> error(403, 50005, "Cannot edit a message authored by another user");
            case SYSTEM_MESSAGE -> error(403, 50021, "Cannot execute action on a system message");
            case TOO_OLD_TO_BULK_DELETE -> error(400, 50034, "A message provided was too old to bulk delete");
            case WRONG_COUNT_TO_BULK_DELETE ->
                error(400, 50016, "Provided too few or too many messages to delete. Must provide 2 to 100.");
            case NO_TEXT_CHANNEL -> error(400, 50008, "Cannot send messages in a non-text channel");
            case CANNOT_REACH -> error(403, 50007, "Cannot send messages to this user");
            case FRIEND_REQUESTS_CLOSED -> error(403, 80000, "Incoming friend requests disabled.");
            case FRIEND_REQUEST_BLOCKED -> error(403, 80001, "Friend request blocked.");
            case FRIEND_OF_A_BOT -> error(403, 80002, "Bots cannot have friends.");
            case FRIEND_OF_ONESELF -> error(400, 80003, "Cannot send friend request to self.");
            case NOBODY_OF_THAT_NAME -> error(400, 80004, "No user of that name exists.");
            case FRIENDS_ALREADY -> error(400, 80007, "You are already friends with that user.");
            case INVALID_RECIPIENTS -> error(400, 50033, "Invalid Recipient(s)");
            case WRONG_CHANNEL_KIND -> error(400, 50024, "Cannot execute action on this channel type");
            case INVITE_CODE_TAKEN -> error(400, 50020, "Invite code is either invalid or taken.");
            case TEMPLATE_EXISTS -> error(400, 30031, "A server can only have a single template.");
            case WIDGET_OFF -> error(403, 50004, "Guild widget disabled");
            case TOO_NEW -> error(403, 50009, "Channel verification level is too high for you to gain access");
            case REPLY_WITHOUT_HISTORY -> error(403, 160002, "Cannot reply without permission to read message history");
            case THREAD_ALREADY_STARTED -> error(400, 160004, "A thread has already been created for this message");
            case THREAD_LOCKED -> error(403, 160005, "Thread is locked");
            case THREAD_ARCHIVED -> error(400, 50083, "Thread is archived");
            case TOO_MANY_ACTIVE_THREADS -> error(400, 160006, "Maximum number of active threads reached");
            case ALREADY_PUBLISHED -> error(409, 40033, "This message has already been crossposted");
            case POST_WITHOUT_A_NAME ->
                error(400, 220001, "Webhooks posted to forum channels must have a thread_name or thread_id");
            case POST_OUTSIDE_A_FORUM -> error(400, 220003, "Webhooks can only create threads in forum channels");
            case POLL_OVER -> error(400, 520001, "Poll expired");
            case NOT_IN_VOICE -> error(400, 40032, "Target user is not connected to voice.");
            case STAGE_ALREADY_OPEN -> error(400, 150006, "The Stage is already open");
            case NO_POLL -> error(400, 520000, "The message does not have a poll");
            case TAG_REQUIRED -> error(400, 40067, "A tag is required to create a forum post in this channel");
        };
    }

    private static Refusal.Problem notAnId(String text) {
        String brief = text.length() > 40 ? text.substring(0, 40) : text;
        return new Refusal.Problem("id", "NUMBER_TYPE_COERCE", "Value \"" + brief + "\" is not snowflake.");
    }

    private static Reply invalid(List<Refusal.Problem> problems) {
        return Reply.json(400, ErrorBody.of(problems));
    }

    /// `Retry-After` must be whole seconds, and without `Via` JDA takes us for a proxy's ban and stops every
    /// route.
    private static Reply tooOften(int code, String message, long retryAfterMs, boolean global) {
        var headers = new HashMap<String, String>();
        headers.put("Retry-After", wholeSeconds(retryAfterMs));
        headers.put("Via", "1.1 parley");
        headers.put("X-RateLimit-Scope", "user");
        if (global) {
            headers.put("X-RateLimit-Global", "true");
        }
        return Reply.json(429, new ErrorBody(message, code, null, retryAfterMs / 1_000.0, global))
                .with(headers);
    }

    private static Reply busy(long retryAfterMs) {
        var body = new ErrorBody("The server is busy; nothing was done.", 0, null, retryAfterMs / 1_000.0, null);
        return Reply.json(503, body).with(Map.of("Retry-After", wholeSeconds(retryAfterMs)));
    }

    private static String wholeSeconds(long ms) {
        return Long.toString(Math.max(1, Math.ceilDiv(ms, 1_000)));
    }

    private static Reply error(int status, int code, String message) {
        return Reply.json(status, ErrorBody.of(code, message));
    }
}
