package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.sql.Database;
import chat.parley.permission.Permission;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Moves several channels of a guild at once, all or none.
public final class Rearranging {
    private final Channels channels;
    private final ChannelStore store;

    public Rearranging(Channels channels, Database database) {
        this.channels = channels;
        this.store = new ChannelStore(database);
    }

    /// Where one channel shall go.
    ///
    /// @param position absent to leave it to the others
    /// @param reparent whether `parent` counts; absent then means out of every category
    /// @param sync take over the overwrites of the category, be it new or the present one
    public record Move(
            ChannelId channel,
            @Nullable Integer position,
            boolean reparent,
            @Nullable ChannelId parent,
            boolean sync) {}

    public void move(Caller caller, GuildId guild, Collection<Move> moves) {
        channels.write(guild, writing -> {
            writing.as(caller).requiring(Permission.MANAGE_CHANNELS);
            var all = new LinkedHashMap<ChannelId, Channel>();
            writing.now().list().forEach(it -> all.put(it.id(), it));
            var wanted = new HashMap<ChannelId, Integer>();
            for (var move : moves) {
                var before = known(writing, move.channel());
                var after = reparented(writing, caller, before, move);
                all.put(after.id(), after);
                var position = position(before, after, move);
                if (position != null) {
                    wanted.put(after.id(), position);
                }
            }
            Parents.requireRoom(all.values());
            Order.renumbered(all.values(), wanted).forEach(it -> all.put(it.id(), it));
            var moved = moves.stream().map(Move::channel).toList();
            save(caller, writing, all, moved);
            return true;
        });
    }

    /// Only those that were moved by name are deeds; the others make room.
    private void save(Caller caller, ChannelWriting writing, Map<ChannelId, Channel> all, Collection<ChannelId> moved) {
        var before = writing.now();
        var events = Order.changes(before, all.values());
        if (!events.isEmpty()) {
            store.save(events.stream().map(ChannelEvent::channel).toList());
            writing.become(before.with(all.values()), events);
            for (var event : events) {
                if (event instanceof ChannelEvent.Updated(var old, var now) && moved.contains(now.id())) {
                    ChannelDeeds.changed(caller, writing.guild().now(), old, now)
                            .forEach(writing::note);
                }
            }
        }
    }

    private static Channel known(ChannelWriting writing, ChannelId id) {
        var channel = writing.now().find(id);
        if (channel == null) {
            throw Refusal.unknown(Thing.CHANNEL);
        }
        return channel;
    }

    private static Channel reparented(ChannelWriting writing, Caller caller, Channel before, Move move) {
        boolean stays = !move.reparent() || Objects.equals(move.parent(), before.parent());
        var place = stays ? before.parent() : move.parent();
        if (stays && !(move.sync() && place != null)) {
            return before;
        }
        // A new place is a change of the channel itself, which takes the permission in the channel, too.
        var access = writing.seenBy(caller, before.id()).requiring(Permission.MANAGE_CHANNELS);
        var category = Parents.required(writing, caller, before.kind(), place);
        var after = before.under(place);
        if (category == null || !move.sync()) {
            return after;
        }
        var synced = after.with(category.channel().overwrites());
        if (!synced.overwrites().equals(before.overwrites())) {
            access.requiring(Permission.MANAGE_ROLES);
            Grants.check(writing.as(caller), access.bits(), before.overwrites(), synced);
        }
        return synced;
    }

    private static @Nullable Integer position(Channel before, Channel after, Move move) {
        if (move.position() != null) {
            return move.position();
        }
        return Objects.equals(before.parent(), after.parent()) ? null : Integer.valueOf(Integer.MAX_VALUE);
    }
}
