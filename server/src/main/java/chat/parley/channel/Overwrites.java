package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.sql.Database;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/// What a channel grants to single roles and members, or takes from them.
public final class Overwrites {
    private final Channels channels;
    private final ChannelStore store;

    public Overwrites(Channels channels, Database database) {
        this.channels = channels;
        this.store = new ChannelStore(database);
    }

    /// Adds an overwrite or puts it in the place of the one with the same target.
    public void put(Caller caller, ChannelId id, Overwrite overwrite) {
        change(caller, id, before -> {
            var after = without(before, overwrite.target());
            after.add(overwrite);
            after.sort(Comparator.comparingLong(Overwrite::target));
            return after;
        });
    }

    /// @throws chat.parley.base.refusal.Refused with `Unknown` when there is none for the target
    public void remove(Caller caller, ChannelId id, long target) {
        change(caller, id, before -> {
            var after = without(before, target);
            if (after.size() == before.size()) {
                throw Refusal.unknown(Thing.OVERWRITE);
            }
            return after;
        });
    }

    private void change(Caller caller, ChannelId id, UnaryOperator<List<Overwrite>> change) {
        var guild = channels.seenBy(caller, id).channel().guild();
        channels.write(guild, writing -> {
            var access = writing.seenBy(caller, id).requiring(Permission.MANAGE_ROLES);
            var before = Layout.requireNoThread(access.channel());
            var after = before.with(change.apply(before.overwrites()));
            if (after.equals(before)) {
                return false;
            }
            Grants.check(writing.as(caller), access.bits(), before.overwrites(), after);
            store.save(List.of(after));
            writing.become(writing.now().with(List.of(after)), List.of(new ChannelEvent.Updated(before, after)));
            ChannelDeeds.changed(caller, writing.guild().now(), before, after).forEach(writing::note);
            return true;
        });
    }

    private static List<Overwrite> without(List<Overwrite> overwrites, long target) {
        var rest = new ArrayList<>(overwrites);
        rest.removeIf(it -> it.target() == target);
        return rest;
    }
}
