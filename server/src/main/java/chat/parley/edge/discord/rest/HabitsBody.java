package chat.parley.edge.discord.rest;

import chat.parley.account.settings.Habits;
import chat.parley.account.settings.Habits.Folder;
import chat.parley.account.settings.Habits.Privacy;
import chat.parley.account.settings.Habits.Quiet;
import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads what a person changes about privacy, folders, quiet hours and keywords.
final class HabitsBody {
    private static final int MINUTES = 24 * 60 - 1;
    private static final int COLOR_MAX = 0xFFFFFF;

    private HabitsBody() {}

    /// Everything is read at once, so that all that is wrong is told together.
    static UnaryOperator<Habits> change(Body body) {
        var sources = body.object("friend_source_flags");
        var restricted = list(body, "restricted_guilds");
        var restrictsNew = body.flag("default_guilds_restricted");
        var folders = body.has("guild_folders") ? folders(body) : null;
        var quiet = quiet(body);
        var keywords =
                body.has("keywords") ? body.texts("keywords", Limits.KEYWORDS_MAX, Limits.KEYWORD_MAX_CHARS) : null;
        return before -> new Habits(
                privacy(before.privacy(), sources, restrictsNew, restricted),
                folders == null ? before.folders() : folders,
                body.has("quiet_hours") ? quiet : before.quiet(),
                keywords == null ? before.keywords() : keywords);
    }

    private static Privacy privacy(
            Privacy before,
            @Nullable Body sources,
            @Nullable Boolean restrictsNew,
            @Nullable List<GuildId> restricted) {
        return new Privacy(
                sources == null ? before.asksAll() : sources.flag("all", before.asksAll()),
                sources == null
                        ? before.asksMutualFriends()
                        : sources.flag("mutual_friends", before.asksMutualFriends()),
                sources == null ? before.asksMutualGuilds() : sources.flag("mutual_guilds", before.asksMutualGuilds()),
                restrictsNew == null ? before.closesNewGuilds() : restrictsNew,
                restricted == null ? before.closedGuilds() : restricted);
    }

    private static @Nullable List<GuildId> list(Body body, String field) {
        return body.has(field)
                ? body.ids(field, Limits.GUILDS_PER_USER_MAX).stream()
                        .map(GuildId::new)
                        .toList()
                : null;
    }

    private static List<Folder> folders(Body body) {
        return body.objects("guild_folders", Limits.GUILDS_PER_USER_MAX).stream()
                .map(it -> new Folder(
                        it.longNumber("id", 0, Long.MAX_VALUE),
                        it.text("name", 0, Limits.FOLDER_NAME_MAX_CHARS),
                        it.number("color", 0, COLOR_MAX),
                        it.ids("guild_ids", Limits.GUILDS_PER_USER_MAX).stream()
                                .map(GuildId::new)
                                .toList()))
                .toList();
    }

    private static @Nullable Quiet quiet(Body body) {
        var hours = body.object("quiet_hours");
        if (hours == null) {
            return null;
        }
        var from = hours.number("from", 0, MINUTES);
        var to = hours.number("to", 0, MINUTES);
        if (from == null || to == null) {
            body.wrong("quiet_hours", "BASE_TYPE_REQUIRED", "Both ends are required");
            return null;
        }
        return new Quiet(from, to);
    }
}
