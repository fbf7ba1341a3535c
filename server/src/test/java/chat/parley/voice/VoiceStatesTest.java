package chat.parley.voice;

import static chat.parley.testing.Community.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelDraft;
import chat.parley.guild.Guild;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import chat.parley.testing.Community;
import chat.parley.voice.VoiceState.Self;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VoiceStatesTest {
    private static final Community COMMUNITY = new Community();
    private static final VoiceStates STATES =
            new VoiceStates(COMMUNITY.guilds, COMMUNITY.viewers, COMMUNITY.database, COMMUNITY.bus, COMMUNITY.clock);
    private static final Steward STEWARD = new Steward(STATES, COMMUNITY.bus);
    private static final Podium PODIUM = new Podium(STATES, COMMUNITY.users, COMMUNITY.clock);
    private static final Self OPEN = new Self(false, false, false, false);
    private static int names;

    private final Caller owner = COMMUNITY.person("owner" + ++names);
    private final GuildId guild = COMMUNITY.guild(owner);
    private final Caller ann = COMMUNITY.member(guild, "ann" + names);
    private final Caller ben = COMMUNITY.member(guild, "ben" + names);
    private final ChannelId talk = COMMUNITY.channel(guild, "General").id();

    static {
        new Overseer(STATES, COMMUNITY.viewers, COMMUNITY.bus);
    }

    @BeforeEach
    void forget() {
        COMMUNITY.events.clear();
    }

    @AfterAll
    static void close() {
        COMMUNITY.close();
    }

    @Test
    void a_person_is_in_one_place_and_a_bot_in_one_of_each_guild() {
        var elsewhere = COMMUNITY.guild(ann);
        var there = COMMUNITY.channel(elsewhere, "General").id();
        STATES.join(ann, "s", guild, talk, OPEN);
        STATES.join(ann, "s", elsewhere, there, OPEN);
        assertNull(STATES.of(guild, ann.id()));
        assertNotNull(STATES.of(elsewhere, ann.id()));
        var bot = new Caller(ann.id(), ann.session(), true, false);
        STATES.join(bot, "s", guild, talk, OPEN);
        assertNotNull(STATES.of(elsewhere, ann.id()));
        STATES.ended(ann.id(), "s");
        assertNull(STATES.of(guild, ann.id()));
        assertNull(STATES.of(elsewhere, ann.id()));
    }

    @Test
    void nobody_enters_what_they_may_not_see_or_connect_to_or_what_is_no_voice_channel() {
        deny(ann, Permission.CONNECT);
        assertEquals(new Refusal.Forbidden("CONNECT"), refusal(() -> join(ann)));
        deny(ann, Permission.VIEW_CHANNEL);
        assertInstanceOf(Refusal.NoAccess.class, refusal(() -> join(ann)));
        var text = COMMUNITY.channel(guild, "general").id();
        assertEquals(
                new Refusal.Unfit(Why.WRONG_CHANNEL_KIND), refusal(() -> STATES.join(ben, "s", guild, text, OPEN)));
        var stranger = COMMUNITY.person("stranger" + names);
        assertInstanceOf(Refusal.Unknown.class, refusal(() -> join(stranger)));
    }

    @Test
    void a_full_channel_takes_only_who_may_move_members() {
        COMMUNITY.layout.change(
                owner,
                talk,
                it -> it.with(new Channel.Details(
                        null, false, 0, 64_000, 1, it.details().threads(), null)));
        join(ann);
        join(ann);
        assertInstanceOf(Refusal.Full.class, refusal(() -> join(ben)));
        join(owner);
        assertEquals(2, STATES.in(guild, talk).size());
    }

    @Test
    void whoever_loses_the_right_to_connect_is_out_in_the_same_moment() {
        join(ann);
        deny(ann, Permission.CONNECT);
        assertNull(STATES.of(guild, ann.id()));
        join(ben);
        COMMUNITY.everyoneMay(owner, guild, Permission.CONNECT);
        assertNull(STATES.of(guild, ben.id()), "the channel is out of sight");
    }

    @Test
    void speaking_and_showing_end_with_their_permissions_and_come_back() {
        STATES.join(ann, "s", guild, talk, new Self(false, false, true, true));
        assertTrue(state(ann).self().video());
        COMMUNITY.everyoneMay(owner, guild, Permission.VIEW_CHANNEL, Permission.CONNECT);
        assertTrue(state(ann).suppressed());
        assertFalse(state(ann).self().video());
        assertFalse(state(ann).self().stream());
        assertFalse(state(ann).speaks());
        COMMUNITY.everyoneMay(owner, guild, Permission.VIEW_CHANNEL, Permission.CONNECT, Permission.SPEAK);
        assertTrue(state(ann).speaks());
    }

    @Test
    void a_timeout_a_kick_and_the_end_of_a_channel_put_people_out() {
        join(ann);
        COMMUNITY.members.edit(
                owner,
                guild,
                ann.id(),
                it -> it.silencedUntil(COMMUNITY.clock.instant().plus(Duration.ofHours(1))));
        assertNull(STATES.of(guild, ann.id()));
        join(ben);
        COMMUNITY.membership.kick(owner, guild, ben.id());
        assertNull(STATES.of(guild, ben.id()));
        join(owner);
        COMMUNITY.layout.remove(owner, talk);
        assertNull(STATES.of(guild, owner.id()));
    }

    @Test
    void moderators_mute_deafen_move_and_disconnect() {
        var other = COMMUNITY
                .layout
                .add(owner, guild, ChannelDraft.of(Channel.Kind.VOICE, "Other"))
                .id();
        assertEquals(
                new Refusal.Unfit(Why.NOT_IN_VOICE), refusal(() -> STEWARD.give(owner, guild, ann.id(), muting(true))));
        join(ann);
        assertEquals(
                new Refusal.Forbidden("MUTE_MEMBERS"), refusal(() -> STEWARD.give(ben, guild, ann.id(), muting(true))));
        assertEquals(
                new Refusal.Forbidden("MOVE_MEMBERS"),
                refusal(() -> STEWARD.give(ben, guild, ann.id(), moving(other))));
        STEWARD.give(owner, guild, ann.id(), muting(true));
        assertFalse(state(ann).speaks());
        STEWARD.give(owner, guild, ann.id(), moving(other));
        assertEquals(other, state(ann).channel());
        STEWARD.give(owner, guild, ann.id(), moving(null));
        assertNull(STATES.of(guild, ann.id()));
        join(ann);
        assertTrue(state(ann).sanction().mute(), "a server mute outlives the visit");
        STEWARD.give(owner, guild, ann.id(), muting(false));
        assertTrue(state(ann).speaks());
    }

    @Test
    void nobody_is_moved_into_a_channel_that_they_may_not_connect_to() {
        var closed = COMMUNITY
                .layout
                .add(owner, guild, ChannelDraft.of(Channel.Kind.VOICE, "Closed"))
                .id();
        COMMUNITY.overwrites.put(
                owner, closed, new Overwrite(Overwrite.Kind.MEMBER, ann.id().value(), 0, Permission.CONNECT.bit()));
        join(ann);
        assertEquals(
                new Refusal.Forbidden("CONNECT"), refusal(() -> STEWARD.give(owner, guild, ann.id(), moving(closed))));
        assertEquals(talk, state(ann).channel());
    }

    @Test
    void on_a_stage_people_ask_to_speak_and_moderators_let_them() {
        var stage = COMMUNITY
                .layout
                .add(owner, guild, ChannelDraft.of(Channel.Kind.STAGE, "Stage"))
                .id();
        STATES.join(ann, "s", guild, stage, OPEN);
        assertTrue(state(ann).suppressed());
        var now = COMMUNITY.clock.instant();
        PODIUM.give(ann, guild, ann.id(), new Podium.Order(stage, null, true, now));
        assertEquals(now, state(ann).requestedAt());
        var speaking = new Podium.Order(stage, false, false, null);
        assertEquals(new Refusal.Forbidden("MUTE_MEMBERS"), refusal(() -> PODIUM.give(ann, guild, ann.id(), speaking)));
        PODIUM.give(owner, guild, ann.id(), speaking);
        assertTrue(state(ann).speaks());
        assertNull(state(ann).requestedAt());
        PODIUM.give(ann, guild, ann.id(), new Podium.Order(stage, true, false, null));
        assertFalse(state(ann).speaks(), "one may step back oneself");
    }

    @Test
    void who_did_not_ask_is_invited_and_not_heard_before_they_agree() {
        var stage = COMMUNITY
                .layout
                .add(owner, guild, ChannelDraft.of(Channel.Kind.STAGE, "Stage"))
                .id();
        STATES.join(ann, "s", guild, stage, OPEN);
        var speaking = new Podium.Order(stage, false, false, null);
        PODIUM.give(owner, guild, ann.id(), speaking);
        assertTrue(state(ann).invited());
        assertFalse(state(ann).speaks(), "their microphone may be open");
        PODIUM.give(ann, guild, ann.id(), speaking);
        assertTrue(state(ann).speaks());
        assertFalse(state(ann).invited());
        PODIUM.give(owner, guild, ann.id(), new Podium.Order(stage, true, false, null));
        PODIUM.give(owner, guild, ann.id(), speaking);
        PODIUM.give(ann, guild, ann.id(), new Podium.Order(stage, true, false, null));
        assertTrue(state(ann).suppressed(), "one may decline");
        assertEquals(new Refusal.Forbidden("MUTE_MEMBERS"), refusal(() -> PODIUM.give(ann, guild, ann.id(), speaking)));
    }

    @Test
    void a_bot_that_is_let_onto_the_stage_speaks_at_once() {
        var stage = COMMUNITY
                .layout
                .add(owner, guild, ChannelDraft.of(Channel.Kind.STAGE, "Stage"))
                .id();
        var account =
                COMMUNITY.users.create(new NewAccount("robot" + ++names, null, null, User.Kind.BOT), (_, _) -> {});
        var robot = new Caller(account.id(), new EntityId(account.id().value()), true, false);
        COMMUNITY.join(robot, guild);
        STATES.join(robot, "s", guild, stage, OPEN);
        assertFalse(state(robot).speaks());
        PODIUM.give(owner, guild, robot.id(), new Podium.Order(stage, false, false, null));
        assertTrue(state(robot).speaks());
        assertNull(state(robot).requestedAt());
    }

    @Test
    void priority_comes_and_goes_with_the_right() {
        join(ann);
        assertFalse(state(ann).say().priority());
        COMMUNITY.overwrites.put(
                owner,
                talk,
                new Overwrite(Overwrite.Kind.MEMBER, ann.id().value(), Permission.PRIORITY_SPEAKER.bit(), 0));
        assertTrue(state(ann).say().priority());
        COMMUNITY.overwrites.put(
                owner, talk, new Overwrite(Overwrite.Kind.MEMBER, ann.id().value(), 0, 0));
        assertFalse(state(ann).say().priority());
    }

    @Test
    void the_absent_are_put_where_nobody_speaks() {
        var absent = COMMUNITY
                .layout
                .add(owner, guild, ChannelDraft.of(Channel.Kind.VOICE, "Away"))
                .id();
        assertEquals(0, STATES.absentAfterS(guild));
        COMMUNITY.settings.edit(
                owner,
                guild,
                it -> it.with(new Guild.Settings(
                        it.settings().systemChannel(),
                        null,
                        absent,
                        60,
                        0,
                        0,
                        0,
                        "en-US",
                        it.settings().safety())));
        assertEquals(60, STATES.absentAfterS(guild));
        join(ann);
        STATES.retire(guild, ann.id());
        assertEquals(absent, state(ann).channel());
        assertFalse(state(ann).speaks());
    }

    /// Whatever is done in whatever order, nobody is in a channel that they may not connect to.
    @Test
    void no_order_of_changes_leaves_anybody_where_they_may_not_be() {
        var random = new Random(7);
        var people = new Caller[] {ann, ben, owner};
        var rights =
                new Permission[] {Permission.CONNECT, Permission.VIEW_CHANNEL, Permission.SPEAK, Permission.STREAM};
        for (int step = 0; step < 300; step++) {
            var who = people[random.nextInt(people.length)];
            switch (random.nextInt(4)) {
                case 0 -> deny(who, rights[random.nextInt(rights.length)]);
                case 1 ->
                    COMMUNITY.overwrites.put(
                            owner,
                            talk,
                            new Overwrite(Overwrite.Kind.MEMBER, who.id().value(), 0, 0));
                case 2 -> STATES.leave(guild, who.id());
                default -> tryToJoin(who);
            }
            for (var state : STATES.in(guild)) {
                long bits = COMMUNITY.viewers.permissions(state.user(), state.channel());
                assertTrue(Permission.CONNECT.in(bits) && Permission.VIEW_CHANNEL.in(bits), "step " + step);
                assertTrue(Permission.SPEAK.in(bits) || !state.speaks(), "step " + step);
                assertTrue(Permission.STREAM.in(bits) || !state.self().video(), "step " + step);
            }
        }
    }

    private void tryToJoin(Caller who) {
        try {
            STATES.join(who, "s", guild, talk, new Self(false, false, true, false));
        } catch (Refused refused) {
            assertFalse(Permission.CONNECT.in(COMMUNITY.viewers.permissions(who.id(), talk)));
        }
    }

    private void join(Caller who) {
        STATES.join(who, "s", guild, talk, OPEN);
    }

    private void deny(Caller who, Permission permission) {
        COMMUNITY.overwrites.put(
                owner, talk, new Overwrite(Overwrite.Kind.MEMBER, who.id().value(), 0, permission.bit()));
    }

    private VoiceState state(Caller who) {
        return Objects.requireNonNull(STATES.of(guild, who.id()));
    }

    private static Steward.Order muting(boolean mute) {
        return new Steward.Order(false, null, mute, null);
    }

    private static Steward.Order moving(@Nullable ChannelId to) {
        return new Steward.Order(true, to, null, null);
    }
}
