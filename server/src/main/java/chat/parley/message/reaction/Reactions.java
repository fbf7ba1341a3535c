package chat.parley.message.reaction;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Channels;
import chat.parley.guild.Standing;
import chat.parley.guild.expression.ApplicationEmojis;
import chat.parley.message.Ledger;
import chat.parley.message.Message;
import chat.parley.message.Message.Reaction;
import chat.parley.message.MessageEvent;
import chat.parley.message.expression.Expressing;
import chat.parley.message.text.Emoji;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reacting to messages.
public final class Reactions {
    private static final Pattern CUSTOM = Pattern.compile("(\\w{1,32}):([0-9]{15,20})");

    private final Ledger ledger;
    private final Expressing expressing;
    private final Channels channels;
    private final ApplicationEmojis own;
    private final Standing standing;
    private final ReactionStore store;
    private final Snowflakes ids;

    /// @param own what bots use in every channel
    public Reactions(
            Ledger ledger,
            Database database,
            Channels channels,
            ApplicationEmojis own,
            Standing standing,
            Snowflakes ids) {
        this.ledger = ledger;
        this.expressing = new Expressing(channels);
        this.channels = channels;
        this.own = own;
        this.standing = standing;
        this.store = new ReactionStore(database);
        this.ids = ids;
    }

    /// Choosing what somebody has chosen before needs less than bringing a new emoji.
    public void add(Caller caller, ChannelId channel, MessageId id, String text) {
        String given = emoji(text);
        var access = channels.seenBy(caller, channel)
                .requiring(Permission.READ_MESSAGE_HISTORY)
                .requiringOpen();
        standing.requireVoice(access.self());
        standing.require(access.guild(), caller, access.self());
        ledger.changing(channel, () -> {
            var message = ledger.one(channel, id);
            var present = find(message, key(message, given));
            String emoji = present == null ? usable(access, given) : present.emoji();
            if (present == null) {
                access.requiring(Permission.ADD_REACTIONS);
                requireRoom(message);
            } else if (present.users().contains(caller.id())) {
                return message;
            }
            store.add(channel, id, emoji, caller.id(), new EntityId(ids.next()));
            var now = message.with(adding(message, emoji, caller.id()));
            ledger.changed(
                    now,
                    new MessageEvent.ReactionAdded(message.guild(), channel, id, message.author(), caller.id(), emoji));
            return now;
        });
    }

    /// Removing somebody else's needs to manage messages.
    public void remove(Caller caller, ChannelId channel, MessageId id, String text, UserId user) {
        String given = emoji(text);
        var access = channels.seenBy(caller, channel).requiringOpen();
        if (!user.equals(caller.id())) {
            access.requiring(Permission.MANAGE_MESSAGES);
        }
        ledger.changing(channel, () -> {
            var message = ledger.one(channel, id);
            String emoji = key(message, given);
            var present = find(message, emoji);
            if (present == null || !present.users().contains(user)) {
                return message;
            }
            store.remove(id, emoji, user);
            var now = message.with(removing(message, emoji, user));
            ledger.changed(now, new MessageEvent.ReactionRemoved(message.guild(), channel, id, user, emoji));
            return now;
        });
    }

    public void clear(Caller caller, ChannelId channel, MessageId id) {
        channels.seenBy(caller, channel).requiring(Permission.MANAGE_MESSAGES).requiringOpen();
        ledger.changing(channel, () -> {
            var message = ledger.one(channel, id);
            if (message.reactions().isEmpty()) {
                return message;
            }
            store.clear(id);
            var now = message.with(List.of());
            ledger.changed(now, new MessageEvent.ReactionsCleared(message.guild(), channel, id, null));
            return now;
        });
    }

    /// All of one emoji.
    public void clear(Caller caller, ChannelId channel, MessageId id, String text) {
        String given = emoji(text);
        channels.seenBy(caller, channel).requiring(Permission.MANAGE_MESSAGES).requiringOpen();
        ledger.changing(channel, () -> {
            var message = ledger.one(channel, id);
            String emoji = key(message, given);
            if (find(message, emoji) == null) {
                return message;
            }
            store.clear(id, emoji);
            var now = message.with(message.reactions().stream()
                    .filter(it -> !it.emoji().equals(emoji))
                    .toList());
            ledger.changed(now, new MessageEvent.ReactionsCleared(message.guild(), channel, id, emoji));
            return now;
        });
    }

    /// Who chose an emoji, by id.
    ///
    /// @param after only ids above this one
    /// @param limit 1 to 100
    public List<UserId> users(
            Caller caller, ChannelId channel, MessageId id, String text, @Nullable UserId after, int limit) {
        channels.seenBy(caller, channel).requiring(Permission.READ_MESSAGE_HISTORY);
        var message = ledger.one(channel, id);
        var present = find(message, key(message, emoji(text)));
        if (present == null) {
            return List.of();
        }
        return present.users().stream()
                .filter(it -> after == null || it.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    /// One of Unicode's, or `name:id` of a guild's own.
    private static String emoji(String text) {
        return CUSTOM.matcher(text).matches() ? text : Emoji.of(text).orElseThrow(() -> Refusal.unknown(Thing.EMOJI));
    }

    /// A guild's own emoji is used by its members, elsewhere too when the channel lets them.
    private String usable(ChannelAccess access, String emoji) {
        var match = CUSTOM.matcher(emoji);
        if (!match.matches()) {
            return emoji;
        }
        var id = EntityId.of(match.group(2));
        var found = expressing.find(access, id);
        if (found == null) {
            return own.find(access.caller().id(), id)
                    .map(it -> it.name() + ":" + id.text())
                    .orElseThrow(() -> Refusal.unknown(Thing.EMOJI));
        }
        if (!expressing.isHere(access, found)) {
            access.requiring(Permission.USE_EXTERNAL_EMOJIS);
        }
        return found.name() + ":" + id.text();
    }

    /// An emoji of a guild is the same under any name.
    private static String key(Message message, String emoji) {
        var match = CUSTOM.matcher(emoji);
        if (match.matches()) {
            for (var reaction : message.reactions()) {
                if (reaction.emoji().endsWith(":" + match.group(2))) {
                    return reaction.emoji();
                }
            }
        }
        return emoji;
    }

    private static @Nullable Reaction find(Message message, String emoji) {
        for (var reaction : message.reactions()) {
            if (reaction.emoji().equals(emoji)) {
                return reaction;
            }
        }
        return null;
    }

    private static void requireRoom(Message message) {
        if (message.reactions().size() >= Limits.REACTION_KINDS_MAX) {
            throw new Refused(new Refusal.Full(Thing.REACTION, Limits.REACTION_KINDS_MAX));
        }
    }

    private static List<Reaction> adding(Message message, String emoji, UserId user) {
        var reactions = new ArrayList<Reaction>();
        boolean found = false;
        for (var reaction : message.reactions()) {
            boolean here = reaction.emoji().equals(emoji);
            found |= here;
            reactions.add(here ? new Reaction(emoji, plus(reaction.users(), user)) : reaction);
        }
        if (!found) {
            reactions.add(new Reaction(emoji, List.of(user)));
        }
        return List.copyOf(reactions);
    }

    private static List<Reaction> removing(Message message, String emoji, UserId user) {
        var reactions = new ArrayList<Reaction>();
        for (var reaction : message.reactions()) {
            if (!reaction.emoji().equals(emoji)) {
                reactions.add(reaction);
            } else if (reaction.users().size() > 1) {
                reactions.add(new Reaction(
                        emoji,
                        reaction.users().stream().filter(it -> !it.equals(user)).toList()));
            }
        }
        return List.copyOf(reactions);
    }

    private static List<UserId> plus(List<UserId> users, UserId user) {
        var more = new ArrayList<UserId>(users.size() + 1);
        more.addAll(users);
        more.add(user);
        return List.copyOf(more);
    }
}
