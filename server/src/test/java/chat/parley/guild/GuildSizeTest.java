package chat.parley.guild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.UserId;
import chat.parley.testing.Community;
import org.junit.jupiter.api.Test;

/// A guild may be large: it is loaded whole, and somebody who joins does not copy it.
final class GuildSizeTest {
    private static final int MEMBERS = 50_000;

    @Test
    void a_guild_of_fifty_thousand_is_loaded_joined_and_asked() {
        try (var community = new Community()) {
            var owner = community.person("owner");
            var guild = community.guild(owner);
            var role = community.role(owner, guild, "half");
            community.database.change("""
                    INSERT INTO members (guild, user_id, joined_at, roles)
                    SELECT ?, n, now(), CASE WHEN n % 2 = 0 THEN ARRAY[?::bigint] ELSE '{}' END
                    FROM generate_series(1, ?) n
                    """, guild, role.id(), MEMBERS);
            var large = community.restarted();
            var newcomer = large.member(guild, "newcomer");
            var snapshot = large.guilds.snapshot(guild);
            assertEquals(MEMBERS + 2, snapshot.members().size());
            assertEquals(
                    1_000, large.members.page(newcomer, guild, 10_000, 1_000).size());
            var general = large.channel(guild, "general").id();
            for (long user = 1; user <= MEMBERS; user++) {
                assertTrue(large.viewers.canView(new UserId(user), general));
            }
            large.roles.delete(owner, guild, role.id());
            var holders = new int[1];
            large.guilds
                    .snapshot(guild)
                    .members()
                    .forEach(it -> holders[0] += it.roles().size());
            assertEquals(0, holders[0]);
        }
    }
}
