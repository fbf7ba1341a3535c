package chat.parley.edge.discord.gateway.fanout;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.channel.Channel;
import chat.parley.channel.View;
import chat.parley.edge.discord.gateway.event.Audience;
import chat.parley.edge.discord.gateway.fanout.Guest.Seat;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A guild on one event loop: the sessions there that are members of it, and for each channel the row of
/// those that see it.
///
/// Hot path: a message costs one hash look-up for the row and then a walk over it. Rows are made when first
/// asked for and forgotten when the guild's rules change or somebody comes or goes. Belongs to the loop.
final class Room {
    private static final int LISTS_MAX = 64;

    final GuildId guild;
    private View view;
    private final List<Seat> seats = new ArrayList<>();
    private final Map<ChannelId, Row> seeing = new HashMap<>();
    /// As `seeing`, for threads; forgotten with every view, because somebody may have joined a private one.
    private final Map<ChannelId, Row> inThreads = new HashMap<>();
    private @Nullable Row all;
    /// Made last; whoever comes when nothing has changed since sees by it.
    private Sight sight;
    /// Lists of ids that seats hold, by hash: most are the same.
    private final Map<Integer, long[]> lists = new HashMap<>();

    /// How a change of sight is told to one seat.
    interface Telling {
        void appeared(Seat seat, ChannelId channel, View now);

        void vanished(Seat seat, ChannelId channel, View before);

        /// A private thread of a channel that was and is in sight came into it or left it.
        void turned(Seat seat, Channel thread, boolean visible, View now);
    }

    Room(View view) {
        this.guild = view.guild().id();
        this.view = view;
        this.sight = new Sight(view);
    }

    /// @param known the guild as the client knows it
    Seat enter(Guest guest, View known) {
        if (!sight.shows(known)) {
            sight = new Sight(known);
        }
        var seat = new Seat(guest, this, shared(sight.of(guest.session.caller().id())));
        seats.add(seat);
        forget();
        return seat;
    }

    void leave(Seat seat) {
        seats.remove(seat);
        forget();
    }

    boolean empty() {
        return seats.isEmpty();
    }

    long epoch() {
        return view.epoch();
    }

    /// Takes over what the guild is now, and tells each session which channels appeared to it and which
    /// vanished. Views that are not newer are passed over: events of several writers may carry them out of
    /// order.
    ///
    /// @param only whose rights alone this change can have touched, if that is known and nothing else happened
    ///     in between
    void advance(@Nullable View next, @Nullable UserId only, Telling telling) {
        if (next == null || next.epoch() < view.epoch() || next.equals(view)) {
            return;
        }
        boolean alone = only != null && next.rulesEpoch() == view.rulesEpoch() + 1;
        var before = view;
        boolean small = !large();
        view = next;
        if (small && large()) {
            watchAll(before);
        }
        inThreads.clear();
        if (next.rulesEpoch() == before.rulesEpoch()) {
            // Threads came and went; which channels anybody sees is as before.
            return;
        }
        forget();
        sight = new Sight(next);
        var hidden = next.privateThreads();
        for (var seat : seats) {
            if (!alone || self(seat).equals(only)) {
                look(seat, sight, before, telling);
                hidden.forEach(it -> look(seat, it, before, telling));
            }
        }
    }

    /// Brings a seat, whose client was told of an older state, to the present one.
    void catchUp(Seat seat, View known, Telling telling) {
        if (known.epoch() < view.epoch()) {
            look(seat, new Sight(view), known, telling);
        }
    }

    private void look(Seat seat, Sight sight, View before, Telling telling) {
        var user = seat.session().caller().id();
        var old = seat.visible;
        var now = shared(sight.of(user));
        seat.visible = now;
        // Who is a member no more hears so by the event that follows, not channel by channel.
        if (Arrays.equals(old, now) || view.guild().member(user) == null) {
            return;
        }
        for (long channel : old) {
            if (Arrays.binarySearch(now, channel) < 0) {
                telling.vanished(seat, new ChannelId(channel), before);
            }
        }
        for (long channel : now) {
            if (Arrays.binarySearch(old, channel) < 0) {
                telling.appeared(seat, new ChannelId(channel), view);
            }
        }
    }

    /// Whether somebody manages threads can change with any rule, and then they see the private ones.
    private void look(Seat seat, Channel thread, View before, Telling telling) {
        var user = seat.session().caller().id();
        var parent = thread.parent();
        if (parent == null || !before.canView(user, parent) || !view.canView(user, parent)) {
            return;
        }
        boolean now = view.canView(user, thread.id());
        if (before.thread(thread.id()) != null && before.canView(user, thread.id()) != now) {
            telling.turned(seat, thread, now, view);
        }
    }

    /// Those of the audience who may hear it, by the view that was taken over last.
    Row of(Audience audience) {
        return switch (audience) {
            case Audience.Members _ -> all();
            case Audience.Others(var but) -> all().where(it -> !self(it).equals(but));
            case Audience.Self(var user) -> all().where(it -> self(it).equals(user));
            case Audience.Holders(var anyOf) -> all().where(it -> anyOf.stream().anyMatch(one -> holds(self(it), one)));
            case Audience.Seeing(var channel) -> seeing(channel);
            case Audience.StillSeeing(var channel) -> seeing(channel);
            case Audience.SeeingHolders(var channel, var permission) ->
                seeing(channel).where(it -> permission.in(view.permissions(self(it), channel)));
            case Audience.SeeingOthers(var channel, var but) -> seeing(channel).where(it -> !self(it).equals(but));
            case Audience.SeeingSelf(var channel, var user) -> seeing(channel).where(it -> self(it).equals(user));
            case Audience.SeeingFirst(var channel, var other, var but) ->
                seeing(channel).where(it -> !self(it).equals(but) && !Sight.sees(it.visible, other));
            case Audience.Device(var user, var session) ->
                all().where(it -> self(it).equals(user) && it.session().id().equals(session));
            case Audience.Watchers(var member) -> watchers(member);
        };
    }

    boolean large() {
        return view.guild().members().size() > Limits.LARGE_GUILD_MEMBERS;
    }

    /// The client was shown these members, sorted ids. In a small guild everybody hears of everybody anyway, and
    /// bots do everywhere.
    void watch(Seat seat, long[] members) {
        if (large() && !seat.session().caller().bot()) {
            seat.watched = shared(LongStream.concat(Arrays.stream(seat.watched), Arrays.stream(members))
                    .distinct()
                    .limit(Limits.WATCHED_MEMBERS_MAX)
                    .sorted()
                    .toArray());
        }
    }

    /// The guild has become large: whom the clients know so far, they go on watching.
    private void watchAll(View before) {
        var known = before.guild().members().page(0, Limits.LARGE_GUILD_MEMBERS).stream()
                .mapToLong(it -> it.user().value())
                .sorted()
                .toArray();
        seats.forEach(it -> it.watched = known);
    }

    /// One array for all who hold the same.
    private long[] shared(long[] list) {
        if (lists.size() >= LISTS_MAX) {
            lists.clear();
        }
        var known = lists.putIfAbsent(Arrays.hashCode(list), list);
        return known != null && Arrays.equals(known, list) ? known : list;
    }

    private Row seeing(ChannelId channel) {
        var known = seeing.get(channel);
        if (known != null) {
            return known;
        }
        var thread = view.thread(channel);
        return thread == null
                ? seeing.computeIfAbsent(channel, it -> all().where(seat -> Sight.sees(seat.visible, it)))
                : inThreads.computeIfAbsent(channel, _ -> inThread(thread));
    }

    /// Who sees the parent sees its threads, except the private ones, which are their members'.
    private Row inThread(Channel thread) {
        var parent = thread.parent();
        if (parent == null) {
            return Row.EMPTY;
        }
        return thread.kind() == Channel.Kind.PRIVATE_THREAD
                ? seeing(parent).where(it -> view.canView(self(it), thread.id()))
                : seeing(parent);
    }

    /// In a large guild a presence is told only to bots, which asked by their intents, and to people who were
    /// shown that member: otherwise each sign-in would cost as many deliveries as the guild has members online.
    private Row watchers(UserId member) {
        if (!large()) {
            return all();
        }
        return all().where(it -> it.session().caller().bot()
                || self(it).equals(member)
                || Arrays.binarySearch(it.watched, member.value()) >= 0);
    }

    private boolean holds(UserId user, Permission permission) {
        var member = view.guild().member(user);
        return member != null
                && (view.guild().owns(user) || permission.in(view.guild().permissions(member.roles())));
    }

    private Row all() {
        var known = all;
        if (known == null) {
            known = Row.of(seats, it -> view.guild().member(self(it)) != null);
            all = known;
        }
        return known;
    }

    private void forget() {
        seeing.clear();
        inThreads.clear();
        all = null;
    }

    private static UserId self(Seat seat) {
        return seat.session().caller().id();
    }
}
