package chat.parley.channel;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.guild.Role;
import chat.parley.permission.Permission;
import chat.parley.testing.Community;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The budget of permission checks: a row is computed once for each set of roles, and never again until a rule changes.
final class PermissionRowsTest {
    private static final int MEMBERS = 60;

    @Test
    void members_with_the_same_roles_cost_one_computation_until_a_rule_changes() {
        try (var community = new Community()) {
            var owner = community.person("owner");
            var guild = community.guild(owner);
            var guests = community.role(owner, guild, "guests", Permission.VIEW_CHANNEL);
            var people = people(community, owner, guild);
            people.subList(0, MEMBERS / 2).forEach(it -> community.give(owner, guild, it, guests.id()));

            checkAll(community, guild, people);
            var table = community.viewers.of(guild).table();
            assertEquals(2, table.rows(), "one for those with a role, one for those without");

            checkAll(community, guild, people);
            community.person("stranger");
            assertSame(table, community.viewers.of(guild).table(), "nothing changed, so nothing is forgotten");
            assertEquals(2, table.rows());

            var named = people.getFirst();
            community.members.edit(named, guild, named.id(), it -> it.named("Moritz"));
            community.member(guild, "newcomer");
            assertSame(table, community.viewers.of(guild).table(), "a name and a newcomer change nobody's rights");
            assertEquals(2, table.rows());

            community.role(owner, guild, "more", Permission.SEND_MESSAGES);
            checkAll(community, guild, people);
            assertEquals(
                    2, community.viewers.of(guild).table().rows(), "a rule changed: once more for each set of roles");
        }
    }

    @Test
    void a_full_table_answers_the_same_and_grows_no_more() {
        try (var community = new Community()) {
            var owner = community.person("owner");
            var guild = community.guild(owner);
            var roles = new ArrayList<Role>();
            for (int i = 0; i < 4; i++) {
                roles.add(community.role(
                        owner,
                        guild,
                        "role" + i,
                        i % 2 == 0 ? Permission.MANAGE_MESSAGES : Permission.MENTION_EVERYONE));
            }
            var people = people(community, owner, guild).subList(0, 1 << roles.size());
            for (int i = 0; i < people.size(); i++) {
                for (int bit = 0; bit < roles.size(); bit++) {
                    if ((i >> bit & 1) == 1) {
                        community.give(
                                owner, guild, people.get(i), roles.get(bit).id());
                    }
                }
            }
            var view = community.viewers.of(guild);
            int channels = view.channels().size();
            var table = new ChannelTable(view.channels(), 1);
            var roomy = new PermissionTable(view.guild(), table);
            var small = new PermissionTable(view.guild(), table, 3 * channels);

            for (int round = 0; round < 40; round++) {
                for (var person : people) {
                    var member = requireNonNull(view.guild().member(person.id()));
                    for (int i = 0; i < channels; i++) {
                        assertEquals(roomy.bits(member, i), small.bits(member, i));
                        assertEquals(roomy.bitsInThreads(member, i), small.bitsInThreads(member, i));
                    }
                }
                assertTrue(small.rows() <= 2 * 3, "three sets of roles in channels, three in threads");
            }
            assertEquals(2 * people.size(), roomy.rows());
        }
    }

    private static List<Caller> people(Community community, Caller owner, GuildId guild) {
        var people = new ArrayList<Caller>();
        for (int i = 0; i < MEMBERS; i++) {
            people.add(community.member(guild, "member" + i));
        }
        people.add(owner);
        return people;
    }

    private static void checkAll(Community community, GuildId guild, List<Caller> people) {
        var view = community.viewers.of(guild);
        for (var person : people) {
            view.channels().forEach(it -> view.canView(person.id(), it.id()));
        }
    }
}
