package chat.parley.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
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

            community.role(owner, guild, "more", Permission.SEND_MESSAGES);
            checkAll(community, guild, people);
            assertEquals(
                    2, community.viewers.of(guild).table().rows(), "a rule changed: once more for each set of roles");
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
