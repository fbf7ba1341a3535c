package chat.parley.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import chat.parley.base.bus.InProcessBus;
import chat.parley.base.id.UserId;
import chat.parley.channel.invite.InviteTerms;
import chat.parley.guild.GuildEvent;
import chat.parley.testing.Community;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who comes by a temporary invite leaves with their last connection.
final class VisitsTest {
    private final Community community = new Community();
    private final InProcessBus bus = new InProcessBus();

    @AfterEach
    void close() {
        community.close();
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void a_visitor_leaves_and_who_was_given_a_role_stays() throws InterruptedException {
        var owner = community.person("ada");
        var guild = community.guild(owner);
        var general = community.channel(guild, "general").id();
        var invite = community.invites.create(owner, general, new InviteTerms(0, 0, true, false));
        var visitor = community.person("ben");
        var friend = community.person("cleo");
        community.invites.accept(visitor, invite.code());
        community.invites.accept(friend, invite.code());
        var role = community.role(owner, guild, "Friends");
        community.give(owner, guild, friend, role.id());

        new Visits(community.membership, bus);
        bus.publish(new PresenceEvent.Gone(friend.id()));
        bus.publish(new PresenceEvent.Gone(visitor.id()));
        while (left().isEmpty()) {
            Thread.sleep(10);
        }

        assertEquals(List.of(visitor.id()), left());
        assertNotNull(community.guilds.snapshot(guild).member(friend.id()));
    }

    private List<UserId> left() {
        return community.events.stream()
                .filter(GuildEvent.MemberLeft.class::isInstance)
                .map(it -> ((GuildEvent.MemberLeft) it).user())
                .toList();
    }
}
