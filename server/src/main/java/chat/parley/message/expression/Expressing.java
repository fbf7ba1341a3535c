package chat.parley.message.expression;

import chat.parley.base.id.EntityId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Channels;
import chat.parley.guild.Expressions;
import chat.parley.message.rich.Sticker;
import chat.parley.permission.Permission;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The emoji and stickers of a channel's community, and of the others that somebody is in where they may bring those.
public final class Expressing {
    /// Code is matched to be left alone. Longer numbers are no ids.
    private static final Pattern WRITTEN =
            Pattern.compile("```[^`]*```|`[^`\\n]*`|<a?:(\\w{2,32}):([0-9]{15,18}|[1-8][0-9]{18})>");

    private final Channels channels;

    public Expressing(Channels channels) {
        this.channels = channels;
    }

    /// The text with those emoji that its author may not use written as their names. A bot may have emoji of its own
    /// that no community knows.
    public String fitted(ChannelAccess access, String content) {
        if (!content.contains("<:") && !content.contains("<a:")) {
            return content;
        }
        return WRITTEN.matcher(content).replaceAll(it -> Matcher.quoteReplacement(fitted(access, it)));
    }

    private String fitted(ChannelAccess access, MatchResult written) {
        if (written.group(2) == null) {
            return written.group();
        }
        var id = new EntityId(Long.parseLong(written.group(2)));
        var found = find(access, id);
        boolean may = found == null
                ? access.caller().bot() && access.guild().expressions().emoji(id) == null
                : isHere(access, found) || access.may(Permission.USE_EXTERNAL_EMOJIS);
        return may ? written.group() : ":" + written.group(1) + ":";
    }

    /// The emoji, when the caller is one of those who may use it at all; elsewhere than here they need a right.
    public Expressions.@Nullable Emoji find(ChannelAccess access, EntityId id) {
        var here = access.guild().expressions().emoji(id);
        if (here != null) {
            return here.usableBy(access.self().roles()) ? here : null;
        }
        for (var guild : channels.communitiesOf(access.caller().id())) {
            var found = guild.expressions().emoji(id);
            var self = guild.member(access.caller().id());
            if (found != null && self != null && found.usableBy(self.roles())) {
                return found;
            }
        }
        return null;
    }

    public boolean isHere(ChannelAccess access, Expressions.Emoji emoji) {
        return access.guild().expressions().emoji(emoji.id()) != null;
    }

    /// Bots use the stickers of the community alone.
    ///
    /// @throws chat.parley.base.refusal.Refused when one is not there, or may not be used here
    public List<Sticker> stickers(ChannelAccess access, List<Long> ids) {
        return ids.stream()
                .distinct()
                .map(it -> sticker(access, new EntityId(it)))
                .map(it -> new Sticker(it.id(), it.name(), it.format()))
                .toList();
    }

    private Expressions.Sticker sticker(ChannelAccess access, EntityId id) {
        var here = access.guild().expressions().sticker(id);
        if (here != null) {
            return here;
        }
        if (!access.caller().bot()) {
            for (var guild : channels.communitiesOf(access.caller().id())) {
                var found = guild.expressions().sticker(id);
                if (found != null) {
                    access.requiring(Permission.USE_EXTERNAL_STICKERS);
                    return found;
                }
            }
        }
        throw Refusal.unfit(Why.INVALID_STICKER);
    }
}
