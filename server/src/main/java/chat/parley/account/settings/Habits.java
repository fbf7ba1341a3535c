package chat.parley.account.settings;

import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants of others and of the client beyond its looks.
///
/// @param keywords words that call the person as their name does, in their own client
public record Habits(
        Privacy privacy, List<Folder> folders, @Nullable Quiet quiet, List<String> keywords) {
    public static final Habits DEFAULT =
            new Habits(new Privacy(true, true, true, false, List.of()), List.of(), null, List.of());

    public Habits {
        folders = List.copyOf(folders);
        keywords = List.copyOf(keywords);
        if (folders.size() > Limits.GUILDS_PER_USER_MAX) {
            throw Refusal.length("guild_folders", 0, Limits.GUILDS_PER_USER_MAX);
        }
        if (keywords.size() > Limits.KEYWORDS_MAX) {
            throw Refusal.length("keywords", 0, Limits.KEYWORDS_MAX);
        }
    }

    public Habits with(Privacy other) {
        return new Habits(other, folders, quiet, keywords);
    }

    /// Who may ask to be a friend, and in which guilds members may write to one another.
    ///
    /// @param asksAll everybody may ask; otherwise those with a friend or a guild in common, as the other two say
    /// @param closesNewGuilds what a guild that is joined is to begin with
    /// @param closedGuilds members of these may not write
    public record Privacy(
            boolean asksAll,
            boolean asksMutualFriends,
            boolean asksMutualGuilds,
            boolean closesNewGuilds,
            List<GuildId> closedGuilds) {
        public Privacy {
            closedGuilds = List.copyOf(closedGuilds);
            if (closedGuilds.size() > Limits.GUILDS_PER_USER_MAX) {
                throw Refusal.length("restricted_guilds", 0, Limits.GUILDS_PER_USER_MAX);
            }
        }

        /// The same with one more guild whose members may not write.
        public Privacy closing(GuildId guild) {
            var closed = new ArrayList<GuildId>(closedGuilds);
            closed.add(guild);
            return new Privacy(asksAll, asksMutualFriends, asksMutualGuilds, closesNewGuilds, closed);
        }
    }

    /// Guilds that stand together in the rail.
    ///
    /// @param id the client's own, `null` for a guild that stands alone
    /// @param color 24-bit RGB
    public record Folder(
            @Nullable Long id,
            @Nullable String name,
            @Nullable Integer color,
            List<GuildId> guilds) {
        public Folder {
            guilds = List.copyOf(guilds);
        }
    }

    /// Hours in which the client stays silent: minutes of the day by the device's clock, from and to, which may lie
    /// on the next day.
    public record Quiet(int fromMinute, int toMinute) {}
}
