package chat.parley.edge.discord.gateway.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.gateway.event.Audience;
import chat.parley.edge.discord.gateway.event.Delivery;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What waits is said together as long as the same sessions hear it.
final class LaneTest {
    private static final GuildId GUILD = new GuildId(1);
    private static final Session[] NOBODY = {};

    @Test
    void what_is_for_the_same_channel_is_said_together() {
        var lane = lane(in(7), in(7), in(7), in(8), in(7));
        lane.begin(NOBODY);
        assertEquals(3, lane.saying.size());
        lane.end();
        assertEquals(2, lane.tasks.size());
        lane.begin(NOBODY);
        assertEquals(1, lane.saying.size());
        assertEquals(0, lane.told);
    }

    @Test
    void what_touches_somebodys_rights_is_said_alone() {
        var lane = lane(in(7), touching(7), in(7));
        lane.begin(NOBODY);
        assertEquals(1, lane.saying.size());
    }

    @Test
    void other_tasks_keep_their_place() {
        var lane = lane(in(7), new Task.Part(GUILD, null, Dispatch.of("GUILD_DELETE", Map.of()), 0), in(7));
        lane.begin(NOBODY);
        assertEquals(1, lane.saying.size());
    }

    @Test
    void one_session_does_not_hold_the_others_up_for_ever() {
        var lane = new Lane();
        for (int i = 0; i < 3 * Limits.FANOUT_GATHERED; i++) {
            lane.tasks.add(in(7));
        }
        lane.begin(NOBODY);
        assertEquals(Limits.FANOUT_GATHERED, lane.saying.size());
    }

    private static Lane lane(Task... tasks) {
        var lane = new Lane();
        lane.tasks.addAll(List.of(tasks));
        return lane;
    }

    private static Task.Say in(long channel) {
        return say(channel, null);
    }

    private static Task.Say touching(long channel) {
        return say(channel, new UserId(5));
    }

    private static Task.Say say(long channel, @Nullable UserId only) {
        var audience = new Audience.Seeing(new ChannelId(channel));
        return new Task.Say(Delivery.of(GUILD, audience, "MESSAGE_CREATE", Map.of()), null, only);
    }
}
