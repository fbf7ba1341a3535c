package chat.parley.voice;

import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refused;
import chat.parley.base.work.Chores;
import chat.parley.channel.Channels;
import chat.parley.channel.Layout;
import chat.parley.channel.trait.Lifespan;
import chat.parley.guild.Guilds;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whoever enters a lobby gets a room of their own, named after them, and is taken there; a temporary room goes when
/// the last one leaves it. Rooms that nobody ever entered, or that were full of people when the node stopped, go when
/// they have been empty for a while.
public final class Lobbies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lobbies.class);
    /// So long whoever makes a room has to enter it, and everybody to come back after a restart.
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Chores chores = new Chores("lobbies");
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("lobby-rounds").daemon().factory());
    private final VoiceStates states;
    private final Guilds guilds;
    private final Channels channels;
    private final Layout layout;
    private final Users users;
    private final Clock clock;

    public Lobbies(
            VoiceStates states, Guilds guilds, Channels channels, Layout layout, Users users, Bus bus, Clock clock) {
        this.states = states;
        this.guilds = guilds;
        this.channels = channels;
        this.layout = layout;
        this.users = users;
        this.clock = clock;
        bus.subscribe(VoiceEvent.Changed.class, this::follow);
    }

    /// Looks after forgotten rooms from now on.
    public void start() {
        long seconds = PATIENCE.toSeconds();
        rounds.scheduleWithFixedDelay(() -> chores.add(this::tidy), seconds, seconds, TimeUnit.SECONDS);
    }

    private void follow(VoiceEvent.Changed change) {
        var before = change.before();
        var after = change.after();
        boolean moved = before == null || after == null || !before.channel().equals(after.channel());
        if (!moved) {
            return;
        }
        if (before != null && is(before.channel(), Lifespan.TEMPORARY)) {
            chores.add(() -> closeIfEmpty(before.guild(), before.channel()));
        }
        if (after != null && is(after.channel(), Lifespan.LOBBY)) {
            chores.add(() -> receive(after.guild(), after.channel(), after.user()));
        }
    }

    private boolean is(ChannelId id, Lifespan lifespan) {
        var channel = channels.find(id);
        return channel != null && channel.details().lifespan() == lifespan;
    }

    private void receive(GuildId guild, ChannelId lobby, UserId user) {
        var state = states.of(guild, user);
        if (state == null || !state.channel().equals(lobby)) {
            return;
        }
        try {
            layout.openBelow(guild, lobby, user, name(guild, user)).ifPresent(room -> {
                states.usher(guild, user, lobby, room.id());
                closeIfEmpty(guild, room.id());
            });
        } catch (Refused full) {
            LOG.debug("No room for {} beside {}", user, lobby, full);
        }
    }

    private String name(GuildId guild, UserId user) {
        var member = guilds.snapshot(guild).member(user);
        String nick = member == null ? null : member.nick();
        return nick == null ? users.one(user).shownName() : nick;
    }

    private void closeIfEmpty(GuildId guild, ChannelId room) {
        layout.removeIf(room, () -> states.in(guild, room).isEmpty());
    }

    private void tidy() {
        var young = clock.instant().minus(PATIENCE);
        for (var id : layout.temporary()) {
            var room = channels.find(id);
            if (room != null && id.time().isBefore(young)) {
                closeIfEmpty(room.guild(), id);
            }
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        chores.close();
    }
}
