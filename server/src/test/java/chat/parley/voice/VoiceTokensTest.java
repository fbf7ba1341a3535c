package chat.parley.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelDraft;
import chat.parley.testing.Community;
import chat.parley.voice.VoiceState.Self;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How clients are told the way to the voice gateway, and which token holds there.
final class VoiceTokensTest {
    private static final Community COMMUNITY = new Community();
    private static final VoiceStates STATES =
            new VoiceStates(COMMUNITY.guilds, COMMUNITY.viewers, COMMUNITY.database, COMMUNITY.bus, COMMUNITY.clock);
    private static final Self OPEN = new Self(false, false, false, false);
    private static int names;

    private final Caller owner = COMMUNITY.person("owner" + ++names);
    private final GuildId guild = COMMUNITY.guild(owner);
    private final Caller ann = COMMUNITY.member(guild, "ann" + names);
    private final Caller ben = COMMUNITY.member(guild, "ben" + names);
    private final ChannelId talk = COMMUNITY.channel(guild, "General").id();

    @BeforeEach
    void forget() {
        COMMUNITY.events.clear();
    }

    @AfterAll
    static void close() {
        COMMUNITY.close();
    }

    @Test
    void who_joins_is_there_and_may_come_to_the_voice_gateway_once_told_how() {
        STATES.join(ann, "s1", guild, talk, new Self(true, false, false, false));
        var state = Objects.requireNonNull(STATES.of(guild, ann.id()));
        assertEquals(talk, state.channel());
        assertTrue(state.self().mute());
        assertFalse(state.suppressed());
        String token = summons();
        assertEquals(state, STATES.arriving(guild, ann.id(), "s1", token));
        assertNull(STATES.arriving(guild, ann.id(), "s2", token), "another session");
        assertNull(STATES.arriving(guild, ben.id(), "s1", token), "another user");
        assertNull(STATES.arriving(guild, ann.id(), "s1", token.replace(token.charAt(0), 'x')), "another token");
        STATES.leave(guild, ann.id(), "s2");
        assertNotNull(STATES.of(guild, ann.id()), "another session's place is not given up");
        STATES.leave(guild, ann.id(), "s1");
        assertNull(STATES.of(guild, ann.id()));
        assertNull(STATES.arriving(guild, ann.id(), "s1", token), "the token went with the place");
    }

    @Test
    void muting_oneself_keeps_the_token_and_another_session_takes_the_place_over() {
        STATES.join(ann, "s1", guild, talk, OPEN);
        String first = summons();
        STATES.join(ann, "s1", guild, talk, new Self(true, true, false, false));
        assertEquals(first, summons());
        STATES.join(ann, "s2", guild, talk, OPEN);
        assertNotEquals(first, summons());
        assertNull(STATES.arriving(guild, ann.id(), "s1", first));
        assertEquals(1, STATES.in(guild).size());
    }

    @Test
    void who_is_moved_while_they_are_on_their_way_comes_with_the_token_that_they_have() {
        STATES.join(ann, "s", guild, talk, OPEN);
        String first = summons();
        var there = COMMUNITY
                .layout
                .add(owner, guild, ChannelDraft.of(Channel.Kind.VOICE, "Other"))
                .id();
        var midway = new ArrayList<@Nullable VoiceState>();
        COMMUNITY.bus.subscribe(VoiceEvent.Changed.class, change -> {
            if (change.guild().equals(guild)) {
                midway.add(STATES.arriving(guild, ann.id(), "s", first));
            }
        });
        STATES.usher(guild, ann.id(), talk, there);
        assertNotNull(midway.getFirst(), "in the midst of the move");
        String second = summons();
        assertNotEquals(first, second);
        assertEquals(
                there,
                Objects.requireNonNull(STATES.arriving(guild, ann.id(), "s", first))
                        .channel());
        assertNotNull(STATES.arriving(guild, ann.id(), "s", second));
        assertNull(STATES.arriving(guild, ann.id(), "s", first), "what was sent before comes too late now");
        STATES.leave(guild, ann.id());
        STATES.join(ann, "s", guild, there, OPEN);
        assertNull(STATES.arriving(guild, ann.id(), "s", second), "another visit");
    }

    @Test
    void who_was_refused_or_lost_their_seat_and_asks_again_is_told_the_way_once_more() {
        STATES.join(ann, "s", guild, talk, OPEN);
        String token = summons();
        COMMUNITY.events.clear();
        STATES.join(ann, "s", guild, talk, OPEN);
        assertNull(summonsIfAny(), "they are on their way");
        assertNull(STATES.arriving(guild, ann.id(), "s", "of before"));
        STATES.join(ann, "s", guild, talk, OPEN);
        assertEquals(token, summons());
        COMMUNITY.events.clear();
        STATES.join(ann, "s", guild, talk, OPEN);
        assertNull(summonsIfAny(), "once");
        assertNull(STATES.arriving(guild, ann.id(), "s", "of before"));
        assertNotNull(STATES.arriving(guild, ann.id(), "s", token));
        STATES.join(ann, "s", guild, talk, OPEN);
        assertNull(summonsIfAny(), "they are there");
        STATES.strayed(guild, ann.id());
        STATES.join(ann, "s", guild, talk, OPEN);
        assertEquals(token, summons());
    }

    private static String summons() {
        return Objects.requireNonNull(summonsIfAny());
    }

    private static @Nullable String summonsIfAny() {
        return COMMUNITY.events.stream()
                .filter(VoiceEvent.Summoned.class::isInstance)
                .map(it -> ((VoiceEvent.Summoned) it).token())
                .reduce((_, last) -> last)
                .orElse(null);
    }
}
