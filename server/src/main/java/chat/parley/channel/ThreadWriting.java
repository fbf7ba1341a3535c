package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.deed.Deed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The right to change the threads of one guild: check against [#view], then change; each change is durable, shown and
/// told when it returns.
public final class ThreadWriting {
    private final ChannelWriting writing;
    private final ThreadStore store;

    ThreadWriting(ChannelWriting writing, ThreadStore store) {
        this.writing = writing;
        this.store = store;
    }

    public View view() {
        return writing.view();
    }

    public GuildSnapshot guild() {
        return writing.guild().now();
    }

    /// Says who did what, for the audit log.
    public void note(Deed deed) {
        writing.note(deed);
    }

    /// The channel or thread as the caller sees it, surely up to date.
    ///
    /// @throws chat.parley.base.refusal.Refused as [Channels#seenBy]
    public ChannelAccess seenBy(Caller caller, ChannelId id) {
        return writing.seenBy(caller, id);
    }

    /// Whether a thread of that id was ever started and not deleted.
    public boolean exists(ChannelId id) {
        return writing.view().thread(id) != null || store.guildOf(id).isPresent();
    }

    /// The threads that the user is a member of, archived or not.
    public List<Channel> threadsOf(UserId user) {
        var guild = guild().id();
        return writing.threads(store.of(user, guild));
    }

    /// Makes a thread, whose owner is its first member.
    public void open(Channel thread, UserId owner, Instant at) {
        store.save(thread);
        store.join(thread.id(), owner, at);
        writing.change(it -> it.with(new ThreadTable.Entry(thread, Map.of(owner, at))));
        writing.say(new ChannelEvent.Created(thread));
    }

    /// Makes a thread without members.
    public void open(Channel thread) {
        store.save(thread);
        writing.change(it -> it.with(new ThreadTable.Entry(thread, Map.of())));
        writing.say(new ChannelEvent.Created(thread));
    }

    public void change(Channel before, Channel after) {
        store.save(after);
        put(after, writing.view().membersOf(after.id()));
        writing.say(new ChannelEvent.Updated(before, after));
    }

    /// Nothing happens to who is a member already.
    public void join(Channel thread, UserId user, Instant at) {
        var members = new HashMap<>(writing.view().membersOf(thread.id()));
        if (members.putIfAbsent(user, at) == null) {
            store.join(thread.id(), user, at);
            put(now(thread), members);
            writing.say(new ChannelEvent.ThreadMemberChanged(now(thread), user, at));
        }
    }

    /// Nothing happens to who is none.
    public void leave(Channel thread, UserId user) {
        var members = new HashMap<>(writing.view().membersOf(thread.id()));
        if (members.remove(user) != null) {
            store.leave(thread.id(), user);
            put(now(thread), members);
            writing.say(new ChannelEvent.ThreadMemberChanged(now(thread), user, null));
        }
    }

    public void delete(Channel thread) {
        store.delete(thread.id());
        writing.say(new ChannelEvent.Deleted(thread));
        writing.change(it -> it.without(List.of(thread.id())));
    }

    /// As it is by now; the caller may hold an older state.
    private Channel now(Channel thread) {
        var now = writing.view().thread(thread.id());
        return now == null ? thread : now;
    }

    private void put(Channel thread, Map<UserId, Instant> members) {
        writing.change(it -> it.with(new ThreadTable.Entry(thread, members)));
    }
}
