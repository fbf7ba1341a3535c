package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.sql.Database;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What a channel grants to single roles and members, or takes from them.
public final class Overwrites {
    private static final long VIEW = Permission.VIEW_CHANNEL.bit();

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

    /// Opens hidden channels to a single member on the guild's own behalf, and closes them again; who set up when
    /// it does so could have done it by hand. A channel that the member sees anyway stays as it is, and one that is
    /// full of exceptions too.
    ///
    /// @param open what to open
    /// @param close what to close unless it is among those to open
    public void move(GuildId guild, UserId user, Set<ChannelId> open, Set<ChannelId> close) {
        channels.write(guild, writing -> {
            var view = writing.view();
            var changed = new ArrayList<Channel>();
            var events = new ArrayList<ChannelEvent>();
            for (var before : writing.now().list()) {
                var own = before.overwrite(user.value());
                var rest = before.overwrites().stream()
                        .filter(it -> it.target() != user.value())
                        .toList();
                var after = before;
                if (open.contains(before.id())) {
                    boolean room = rest.size() < Limits.OVERWRITES_PER_CHANNEL_MAX;
                    after = own == null && room && !view.canView(user, before.id()) ? opened(before, user) : before;
                } else if (close.contains(before.id()) && own != null && own.allow() == VIEW && own.deny() == 0) {
                    after = before.with(rest);
                }
                if (!after.equals(before)) {
                    changed.add(after);
                    events.add(new ChannelEvent.Updated(before, after));
                }
            }
            if (!changed.isEmpty()) {
                store.save(changed);
                writing.become(writing.now().with(changed), events);
            }
            return changed.size();
        });
    }

    private static Channel opened(Channel channel, UserId user) {
        var overwrites = new ArrayList<>(channel.overwrites());
        overwrites.add(new Overwrite(Overwrite.Kind.MEMBER, user.value(), VIEW, 0));
        overwrites.sort(Comparator.comparingLong(Overwrite::target));
        return channel.with(List.copyOf(overwrites));
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
