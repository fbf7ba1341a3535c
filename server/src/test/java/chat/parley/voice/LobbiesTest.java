package chat.parley.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelDraft;
import chat.parley.channel.trait.Lifespan;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import chat.parley.testing.Community;
import chat.parley.voice.VoiceState.Self;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class LobbiesTest {
    private static final Community COMMUNITY = new Community();
    private static final VoiceStates STATES =
            new VoiceStates(COMMUNITY.guilds, COMMUNITY.viewers, COMMUNITY.database, COMMUNITY.bus, COMMUNITY.clock);
    private static final Lobbies LOBBIES = new Lobbies(
            STATES,
            COMMUNITY.guilds,
            COMMUNITY.channels,
            COMMUNITY.layout,
            COMMUNITY.users,
            COMMUNITY.bus,
            COMMUNITY.clock);
    private static final Self OPEN = new Self(false, false, false, false);
    private static int names;

    private final Caller owner = COMMUNITY.person("owner" + ++names);
    private final GuildId guild = COMMUNITY.guild(owner);
    private final Caller ann = COMMUNITY.member(guild, "ann" + names);
    private final Caller ben = COMMUNITY.member(guild, "ben" + names);
    private final ChannelId lobby = COMMUNITY
            .layout
            .add(
                    owner,
                    guild,
                    new ChannelDraft(
                            Channel.Kind.VOICE, "Lobby", null, null, Channel.Details.PLAIN.with(Lifespan.LOBBY), null))
            .id();

    @AfterAll
    static void close() {
        LOBBIES.close();
        COMMUNITY.close();
    }

    @Test
    void who_enters_a_lobby_gets_a_room_which_goes_with_the_last_one() {
        var room = enter(ann);
        assertEquals("ann" + names, room.name());
        assertEquals(Lifespan.TEMPORARY, room.details().lifespan());
        assertTrue(Permission.MANAGE_CHANNELS.in(COMMUNITY.viewers.of(guild).permissions(ann.id(), room.id())));
        STATES.join(ben, "s", guild, room.id(), OPEN);
        STATES.leave(guild, ann.id());
        assertNotNull(COMMUNITY.channels.find(room.id()));
        STATES.leave(guild, ben.id());
        until(() -> COMMUNITY.channels.find(room.id()) == null);
        assertNotNull(COMMUNITY.channels.find(lobby), "the lobby stays");
        assertTrue(COMMUNITY.layout.temporary().isEmpty());
    }

    @Test
    void two_at_once_get_a_room_each_with_the_rights_of_the_lobby() {
        var hidden = new Overwrite(Overwrite.Kind.ROLE, guild.value(), 0, Permission.SEND_MESSAGES.bit());
        COMMUNITY.overwrites.put(owner, lobby, hidden);
        var first = enter(ann);
        var second = enter(ben);
        assertTrue(!first.id().equals(second.id()));
        assertEquals(hidden, second.overwrite(guild.value()));
        assertTrue(STATES.in(guild, lobby).isEmpty());
        STATES.leave(guild, ann.id());
        STATES.leave(guild, ben.id());
        until(() -> COMMUNITY.layout.temporary().isEmpty());
    }

    @Test
    void who_hosts_a_room_may_name_it_but_not_keep_it() {
        var room = enter(ann);
        COMMUNITY.layout.change(ann, room.id(), it -> it.named("Chess"));
        assertEquals(
                "Chess",
                Objects.requireNonNull(COMMUNITY.channels.find(room.id())).name());
        assertEquals(
                new Refusal.Forbidden("MANAGE_CHANNELS"),
                Community.refusal(() -> COMMUNITY.layout.change(
                        ann, room.id(), it -> it.with(it.details().with(Lifespan.KEPT)))));
        COMMUNITY.layout.change(owner, room.id(), it -> it.with(it.details().with(Lifespan.KEPT)));
        STATES.leave(guild, ann.id());
        COMMUNITY.layout.removeIf(room.id(), () -> true);
        assertNotNull(COMMUNITY.channels.find(room.id()), "a kept channel stays");
        assertNull(STATES.of(guild, ann.id()));
    }

    @Test
    void after_a_restart_empty_rooms_are_known() {
        var room = enter(ann);
        var again = COMMUNITY.restarted();
        assertEquals(
                room.details(),
                Objects.requireNonNull(again.channels.find(room.id())).details());
        assertTrue(again.layout.temporary().contains(room.id()));
        STATES.leave(guild, ann.id());
        until(() -> COMMUNITY.layout.temporary().isEmpty());
    }

    private Channel enter(Caller who) {
        STATES.join(who, "s", guild, lobby, OPEN);
        until(() -> {
            var state = STATES.of(guild, who.id());
            return state != null && !state.channel().equals(lobby);
        });
        var state = Objects.requireNonNull(STATES.of(guild, who.id()));
        return Objects.requireNonNull(COMMUNITY.channels.find(state.channel()));
    }

    /// Rooms come and go on a thread of their own.
    private static void until(BooleanSupplier done) {
        for (int i = 0; i < 500 && !done.getAsBoolean(); i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
        assertTrue(done.getAsBoolean());
    }
}
