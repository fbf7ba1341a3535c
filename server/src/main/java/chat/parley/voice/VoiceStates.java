package chat.parley.voice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channel;
import chat.parley.channel.View;
import chat.parley.channel.Viewers;
import chat.parley.guild.Guilds;
import chat.parley.permission.Permission;
import chat.parley.voice.VoiceState.Say;
import chat.parley.voice.VoiceState.Self;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Joining voice channels, moving between them, leaving them. A person is in one at a time, a bot in one of each guild.
public final class VoiceStates {
    private static final int TOKEN_BYTES = 16;

    private final VoiceTable table = new VoiceTable();
    private final ConcurrentHashMap<Place, Issued> tokens = new ConcurrentHashMap<>();
    /// Whoever came with a token that does not hold, or lost their seat, and did not come with the right one since.
    private final Set<Place> strayed = ConcurrentHashMap.newKeySet();
    private final SecureRandom random = new SecureRandom();
    private final Guilds guilds;
    private final Viewers viewers;
    private final Sanctions sanctions;
    private final Bus bus;
    private final Clock clock;

    private record Place(GuildId guild, UserId user) {}

    /// @param former what they may still be on their way with, who were moved: it holds until they come with the other
    private record Issued(String token, @Nullable String former) {
        boolean allows(String given) {
            return same(token, given) || (former != null && same(former, given));
        }

        /// What holds once somebody came with this.
        Issued after(String given) {
            return former != null && same(token, given) ? new Issued(token, null) : this;
        }

        private static boolean same(String one, String other) {
            return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
        }
    }

    public VoiceStates(Guilds guilds, Viewers viewers, Database database, Bus bus, Clock clock) {
        this.guilds = guilds;
        this.viewers = viewers;
        this.sanctions = new Sanctions(database);
        this.bus = bus;
        this.clock = clock;
    }

    /// Everybody in the guild's voice channels, in the order in which they came.
    public Collection<VoiceState> in(GuildId guild) {
        return table.in(guild);
    }

    public List<VoiceState> in(GuildId guild, ChannelId channel) {
        return table.in(guild, channel);
    }

    public @Nullable VoiceState of(GuildId guild, UserId user) {
        return table.of(guild, user);
    }

    /// Everybody everywhere.
    public List<VoiceState> all() {
        return table.all();
    }

    /// Takes a place, or changes what one chose for oneself there. Who has the place already, and was refused at the
    /// voice gateway or lost their seat since, is told once more how to come there.
    ///
    /// @param session the gateway session that asks
    /// @throws Refused when they may not enter, or the channel is full
    public void join(Caller caller, String session, GuildId guild, ChannelId channel, Self self) {
        if (!caller.bot()) {
            table.placesOf(caller.id()).stream().filter(it -> !it.equals(guild)).forEach(it -> leave(it, caller.id()));
        }
        guilds.write(guild, _ -> {
            var before = table.of(guild, caller.id());
            boolean stays = before != null
                    && before.channel().equals(channel)
                    && before.session().equals(session);
            if (before != null && stays) {
                become(before, Entrance.allowed(viewers.of(guild), before.with(self)));
                summonStrayed(new Place(guild, caller.id()));
                return true;
            }
            var sanction = before == null ? sanctions.of(guild, caller.id()) : before.sanction();
            var wanted =
                    new VoiceState(guild, channel, caller.id(), session, self, sanction, Say.PLAIN, clock.instant());
            enter(viewers.of(guild), before, wanted, true);
            return true;
        });
    }

    /// Gives up the place that the session took; any other session's stays.
    public void leave(GuildId guild, UserId user, String session) {
        change(guild, user, it -> it.session().equals(session) ? null : it);
    }

    public void leave(GuildId guild, UserId user) {
        change(guild, user, _ -> null);
    }

    /// A gateway session has ended; what it took is free.
    public void ended(UserId user, String session) {
        table.placesOf(user).forEach(it -> leave(it, user, session));
    }

    /// Whether the session has a place anywhere.
    public boolean holds(UserId user, String session) {
        return table.placesOf(user).stream().anyMatch(it -> {
            var state = table.of(it, user);
            return state != null && state.session().equals(session);
        });
    }

    /// Who comes to the voice gateway with these; absent when the token is not theirs, or not any more.
    public @Nullable VoiceState arriving(GuildId guild, UserId user, String session, String token) {
        var state = table.of(guild, user);
        var place = new Place(guild, user);
        var issued = tokens.get(place);
        if (state == null || issued == null || !state.session().equals(session)) {
            return null;
        }
        if (!issued.allows(token)) {
            strayed.add(place);
            return null;
        }
        tokens.replace(place, issued, issued.after(token));
        strayed.remove(place);
        return state;
    }

    /// Somebody's seat is lost, while their place stays for a while.
    public void strayed(GuildId guild, UserId user) {
        if (table.of(guild, user) != null) {
            strayed.add(new Place(guild, user));
        }
    }

    /// After how many seconds of silence; 0 when the guild has no channel of the absent.
    public int absentAfterS(GuildId id) {
        var guild = guilds.find(id);
        return guild == null || guild.guild().settings().afkChannel() == null
                ? 0
                : guild.guild().settings().afkTimeoutS();
    }

    /// Puts somebody who has said nothing for long into the channel of the absent, if the guild has one that they may
    /// enter.
    public void retire(GuildId guild, UserId user) {
        write(guild, view -> {
            var state = table.of(guild, user);
            var absent = view.guild().guild().settings().afkChannel();
            boolean enters = absent != null && Permission.CONNECT.in(view.permissions(user, absent));
            if (state != null && absent != null && enters) {
                move(view, state, absent);
            }
            return true;
        });
    }

    /// Takes somebody who is still there elsewhere.
    void usher(GuildId guild, UserId user, ChannelId from, ChannelId to) {
        write(guild, view -> {
            var state = table.of(guild, user);
            if (state != null && state.channel().equals(from)) {
                move(view, state, to);
            }
            return true;
        });
    }

    /// Moves somebody who is there, without asking whether there is room.
    void move(View view, VoiceState state, ChannelId to) {
        if (!state.channel().equals(to)) {
            var target = new VoiceState(
                    state.guild(),
                    to,
                    state.user(),
                    state.session(),
                    state.self(),
                    state.sanction(),
                    Say.PLAIN,
                    clock.instant());
            enter(view, state, target, false);
        }
    }

    /// Stores what a moderator imposes, and applies it.
    void sanction(VoiceState state, VoiceState.Sanction sanction) {
        sanctions.save(state.guild(), state.user(), sanction);
        become(state, state.with(sanction));
    }

    /// Runs a change while nobody else changes the guild.
    <T> T write(GuildId guild, Function<View, T> change) {
        return guilds.write(guild, _ -> change.apply(viewers.of(guild)));
    }

    void become(VoiceState before, @Nullable VoiceState after) {
        if (!before.equals(after)) {
            publish(new VoiceEvent.Changed(before.guild(), before, after));
        }
    }

    private void change(GuildId guild, UserId user, Function<VoiceState, @Nullable VoiceState> change) {
        if (table.of(guild, user) == null) {
            return;
        }
        guilds.write(guild, _ -> {
            var before = table.of(guild, user);
            if (before != null) {
                become(before, change.apply(before));
            }
            return true;
        });
    }

    private void enter(View view, @Nullable VoiceState before, VoiceState wanted, boolean counted) {
        var channel = Entrance.open(view, wanted);
        boolean inside = before != null && before.channel().equals(wanted.channel());
        if (counted && !inside) {
            Entrance.requireRoom(
                    view, wanted, table.in(wanted.guild(), wanted.channel()).size());
        }
        boolean audience = channel.kind() == Channel.Kind.STAGE;
        var arrived = Entrance.allowed(
                view, wanted.movedTo(channel.id(), audience, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        if (arrived == null) {
            throw new IllegalStateException("Whoever may enter may stay");
        }
        var place = new Place(wanted.guild(), wanted.user());
        boolean moves = before != null && before.session().equals(arrived.session());
        var former = moves ? tokens.get(place) : null;
        String token = HexFormat.of().formatHex(bytes());
        // Before anybody knows of the move: at no moment is there none that holds.
        tokens.put(place, new Issued(token, former == null ? null : former.token()));
        publish(new VoiceEvent.Changed(wanted.guild(), before, arrived));
        strayed.remove(place);
        bus.publish(new VoiceEvent.Summoned(arrived, token));
    }

    private void summonStrayed(Place place) {
        var state = table.of(place.guild(), place.user());
        var issued = tokens.get(place);
        if (state != null && issued != null && strayed.remove(place)) {
            bus.publish(new VoiceEvent.Summoned(state, issued.token()));
        }
    }

    private void publish(VoiceEvent.Changed event) {
        table.apply(event);
        if (event.after() == null) {
            var place = new Place(event.guild(), event.either().user());
            tokens.remove(place);
            strayed.remove(place);
        }
        bus.publish(event);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
