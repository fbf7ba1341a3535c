package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The one channel of each conversation, which has the conversation's id. Whoever closes a conversation hides its
/// channel from themselves, by an overwrite, until somebody writes: so what is closed is seen, listed, counted and
/// found nowhere, by the same rule that hides channels of communities.
public final class PrivateRooms {
    private final Channels channels;
    private final ChannelStore store;

    public PrivateRooms(Channels channels, Database database) {
        this.channels = channels;
        this.store = new ChannelStore(database);
    }

    /// Stores the channel of a conversation that begins.
    ///
    /// @param closedFor those who are to hear of it only when somebody writes
    public static void furnish(Sql sql, GuildId id, Channel.Kind kind, Collection<UserId> closedFor)
            throws SQLException {
        var hidden = closedFor.stream().sorted().map(PrivateRooms::hidden).toList();
        ChannelStore.save(sql, new Channel(channel(id), id, kind, "", 0, null, Channel.Details.PLAIN, hidden));
    }

    /// Deletes the channel of a conversation that ends; memory forgets it by [#forget].
    public static void raze(Sql sql, GuildId id) throws SQLException {
        ChannelStore.deleteAll(sql, id);
    }

    public void forget(GuildId id) {
        channels.forget(id);
    }

    public boolean closedForAnybody(GuildId id) {
        var channel = channels.find(channel(id));
        return channel != null && !channel.overwrites().isEmpty();
    }

    /// Opens the channel for everybody, or for one.
    ///
    /// @param only `null` for everybody
    /// @param opened told of each for whom it was closed, in the order of the conversation's events
    public void open(GuildId id, @Nullable UserId only, Consumer<UserId> opened) {
        change(
                id,
                before -> {
                    var after = new ArrayList<>(before);
                    after.removeIf(it -> only == null || it.target() == only.value());
                    return after;
                },
                opened);
    }

    /// Closes it for one.
    public void close(GuildId id, UserId user, Consumer<UserId> closed) {
        change(
                id,
                before -> {
                    var after = new ArrayList<>(before);
                    after.removeIf(it -> it.target() == user.value());
                    after.add(hidden(user));
                    return after;
                },
                closed);
    }

    private void change(GuildId id, UnaryOperator<List<Overwrite>> change, Consumer<UserId> changed) {
        channels.write(id, writing -> {
            var before = writing.now().find(channel(id));
            if (before == null) {
                return false;
            }
            var after = before.with(change.apply(before.overwrites()));
            if (after.equals(before)) {
                return false;
            }
            store.save(List.of(after));
            writing.become(writing.now().with(List.of(after)), List.of(new ChannelEvent.Updated(before, after)));
            var touched = new ArrayList<>(before.overwrites());
            touched.addAll(after.overwrites());
            touched.stream()
                    .filter(it -> before.overwrites().contains(it)
                            != after.overwrites().contains(it))
                    .forEach(it -> changed.accept(new UserId(it.target())));
            return true;
        });
    }

    private static ChannelId channel(GuildId id) {
        return new ChannelId(id.value());
    }

    private static Overwrite hidden(UserId user) {
        return new Overwrite(Overwrite.Kind.MEMBER, user.value(), 0, Permission.VIEW_CHANNEL.bit());
    }
}
