package chat.parley.guild.member;

import static chat.parley.testing.Community.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import chat.parley.account.Caller;
import chat.parley.auth.session.LastSeen;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.refusal.Refusal;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.deed.DeedKind;
import chat.parley.permission.Permission;
import chat.parley.testing.Community;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who is away for long is removed, and nobody else.
final class PruneTest {
    private static final Prune.Terms WEEK = new Prune.Terms(7, Set.of());

    private final Community community = new Community();
    private final Prune prune =
            new Prune(community.guilds, new LastSeen(community.database), community.database, community.clock);
    private final Caller owner = community.person("owner");
    private final GuildId guild = community.guild(owner);
    private final Caller away = community.member(guild, "away");
    private final Caller here = community.member(guild, "here");

    @AfterEach
    void close() {
        community.close();
    }

    @Test
    void who_was_not_seen_for_a_week_goes_and_the_audit_log_tells_how_many() {
        community.clock.pass(Duration.ofDays(9));
        seen(here);
        community.clock.pass(Duration.ofDays(6));
        var fresh = community.member(guild, "fresh");
        community.events.clear();
        assertEquals(1, prune.count(owner, guild, WEEK));
        assertEquals(1, prune.run(owner.because("tidying"), guild, WEEK));
        assertEquals(List.of(new GuildEvent.MemberLeft(guild, away.id())), community.events);
        assertEquals(List.of(), community.guilds.ofMember(away.id()));
        var after = community.restarted().guilds.snapshot(guild);
        assertEquals(3, after.members().size());
        assertNotNull(after.member(fresh.id()));
        var deed = community.deeds.getLast();
        assertEquals(DeedKind.MEMBER_PRUNE, deed.kind());
        assertEquals(Map.of("delete_member_days", "7", "members_removed", "1"), deed.options());
        assertEquals("tidying", deed.reason());
    }

    @Test
    void who_holds_a_role_stays_unless_the_role_is_named() {
        var sleepers = community.role(owner, guild, "sleepers");
        var others = community.role(owner, guild, "others");
        community.give(owner, guild, away, sleepers.id());
        community.give(owner, guild, here, sleepers.id());
        community.give(owner, guild, here, others.id());
        community.clock.pass(Duration.ofDays(15));
        assertEquals(0, prune.count(owner, guild, WEEK));
        var named = new Prune.Terms(7, Set.of(sleepers.id()));
        assertEquals(1, prune.run(owner, guild, named));
        assertNull(community.guilds.snapshot(guild).member(away.id()));
        var unknown = new Prune.Terms(7, Set.of(new RoleId(1)));
        assertInstanceOf(Refusal.Unknown.class, refusal(() -> prune.count(owner, guild, unknown)));
    }

    @Test
    void nobody_prunes_who_stands_as_high_or_without_both_permissions() {
        var judges = community.role(owner, guild, "judges", Permission.KICK_MEMBERS, Permission.MANAGE_GUILD);
        community.give(owner, guild, away, judges.id());
        community.give(owner, guild, here, judges.id());
        community.clock.pass(Duration.ofDays(15));
        assertEquals(0, prune.count(here, guild, new Prune.Terms(7, Set.of(judges.id()))));
        var kickers = community.role(owner, guild, "kickers", Permission.KICK_MEMBERS);
        var guard = community.member(guild, "guard");
        community.give(owner, guild, guard, kickers.id());
        assertEquals(new Refusal.Forbidden("MANAGE_GUILD"), refusal(() -> prune.count(guard, guild, WEEK)));
        assertEquals(new Refusal.Forbidden("MANAGE_GUILD"), refusal(() -> prune.run(guard, guild, WEEK)));
    }

    @Test
    void days_are_one_to_thirty() {
        for (int days : new int[] {0, -1, 31}) {
            assertInstanceOf(Refusal.Invalid.class, refusal(() -> new Prune.Terms(days, Set.of())));
        }
    }

    private void seen(Caller person) {
        community.database.change(
                "INSERT INTO last_seen (user_id, day) VALUES (?, (?::timestamptz AT TIME ZONE 'UTC')::date)",
                person.id(),
                community.clock.instant());
    }
}
