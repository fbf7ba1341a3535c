package chat.parley.search;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.channel.Channels;
import chat.parley.channel.Viewers;
import chat.parley.guild.Guilds;
import chat.parley.message.Ledger;
import chat.parley.message.Message;
import chat.parley.message.Quoted;
import chat.parley.message.archive.Archive;
import chat.parley.permission.Permission;
import chat.parley.search.engine.Engine;
import chat.parley.search.engine.Question;
import chat.parley.search.engine.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/// Finding messages in what one may read. Channels are chosen before the index is asked, and each hit is checked again
/// when it is shown: rights may have changed in between.
public final class Search {
    private final Engine engine;
    private final Feeder feeder;
    private final Words words;
    private final Archive archive;
    private final Ledger ledger;
    private final Guilds guilds;
    private final Channels channels;
    private final Viewers viewers;

    public Search(
            Engine engine,
            Feeder feeder,
            Words words,
            Archive archive,
            Ledger ledger,
            Guilds guilds,
            Channels channels,
            Viewers viewers) {
        this.engine = engine;
        this.feeder = feeder;
        this.words = words;
        this.archive = archive;
        this.ledger = ledger;
        this.guilds = guilds;
        this.channels = channels;
        this.viewers = viewers;
    }

    /// In all channels of a guild that the caller may read.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Unknown` for who is no member
    public Results inGuild(Caller caller, GuildId guild, Wish wish) {
        guilds.of(caller, guild);
        var readable = viewers.of(guild).visibleTo(caller.id()).stream()
                .map(it -> it.id())
                .filter(it -> wish.channels().isEmpty() || wish.channels().contains(it))
                .filter(it -> readable(caller.id(), it))
                .toList();
        return found(caller, readable, wish);
    }

    /// @throws chat.parley.base.refusal.Refused as [Channels#seenBy], and with `Forbidden`
    public Results inChannel(Caller caller, ChannelId channel, Wish wish) {
        channels.seenBy(caller, channel).requiring(Permission.READ_MESSAGE_HISTORY);
        return found(caller, List.of(channel), wish);
    }

    /// In all conversations that the caller's list shows.
    public Results inConversations(Caller caller, Wish wish) {
        var readable = guilds.conversationsOf(caller.id()).stream()
                .map(it -> new ChannelId(it.id().value()))
                .filter(it -> wish.channels().isEmpty() || wish.channels().contains(it))
                .filter(it -> readable(caller.id(), it))
                .toList();
        return found(caller, readable, wish);
    }

    private Results found(Caller caller, List<ChannelId> readable, Wish wish) {
        var wanted = words.sought(wish.content());
        if (readable.isEmpty() || (wanted.anything() && !wish.content().isBlank())) {
            return Results.NOTHING;
        }
        var pinned = wish.pinned() == null ? Set.<MessageId>of() : archive.pinned(readable);
        var question = new Question(
                wanted,
                readable,
                wish.traits(),
                Boolean.TRUE.equals(wish.pinned()) ? pinned : null,
                Boolean.FALSE.equals(wish.pinned()) ? pinned : Set.of(),
                wish.page());
        feeder.show();
        var hits = engine.find(question);
        var messages = shown(caller.id(), hits.page());
        var places = new HashMap<MessageId, List<Words.Span>>();
        if (!wanted.anything()) {
            messages.forEach(it ->
                    places.put(it.message().id(), words.places(it.message().content(), wanted)));
        }
        return new Results(messages, hits.total(), places, feeder.behind());
    }

    /// Those of the hits that are there and may be read now, in the order of the hits.
    private List<Quoted> shown(UserId user, List<Engine.Hit> hits) {
        var wanted = new HashMap<ChannelId, List<MessageId>>();
        for (var hit : hits) {
            wanted.computeIfAbsent(hit.channel(), _ -> new ArrayList<>()).add(hit.message());
        }
        wanted.keySet().removeIf(it -> !readable(user, it));
        var found = ledger.all(wanted);
        var replies = new HashMap<ChannelId, List<MessageId>>();
        for (var message : found.values()) {
            if (message.kind() == Message.REPLY && message.replyTo() != null) {
                replies.computeIfAbsent(message.channel(), _ -> new ArrayList<>())
                        .add(message.replyTo());
            }
        }
        var answered = ledger.all(replies);
        var shown = new ArrayList<Quoted>();
        for (var hit : hits) {
            var message = found.get(hit.message());
            if (message != null) {
                var known = message.kind() == Message.REPLY && message.replyTo() != null;
                shown.add(new Quoted(message, known ? answered.get(message.replyTo()) : ledger.answeredBy(message)));
            }
        }
        return shown;
    }

    private boolean readable(UserId user, ChannelId channel) {
        return Permission.READ_MESSAGE_HISTORY.in(viewers.permissions(user, channel));
    }
}
