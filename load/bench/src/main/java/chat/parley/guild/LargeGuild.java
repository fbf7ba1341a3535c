package chat.parley.guild;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.permission.Permissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// A community of the size at which rights begin to cost: many members, of whom each holds a few of many roles.
public final class LargeGuild {
    public static final int MEMBERS = 10_000;
    public static final int ROLES = 60;
    private static final int ROLES_EACH_MAX = 5;
    private static final long GUILD = 1_000;
    private static final long FIRST_MEMBER = 100_000;

    private LargeGuild() {}

    public static UserId member(int number) {
        return new UserId(FIRST_MEMBER + 3L * number);
    }

    public static RoleId role(int number) {
        return new RoleId(GUILD + 1 + number);
    }

    /// The owner is none of the members: owners are not asked about.
    public static GuildSnapshot snapshot(long seed) {
        var random = new Random(seed);
        var id = new GuildId(GUILD);
        var guild = new Guild(
                id,
                Guild.Kind.COMMUNITY,
                "Large",
                Guild.Pictures.NONE,
                null,
                new UserId(1),
                Guild.Settings.initial(null),
                Reception.PLAIN,
                Instant.EPOCH);
        return new GuildSnapshot(guild, RoleTable.of(roles(id, random)), MemberTable.ofSorted(members(random)), 1);
    }

    private static List<Role> roles(GuildId guild, Random random) {
        var roles = new ArrayList<Role>();
        roles.add(role(guild, new RoleId(GUILD), 0, Permissions.DEFAULT));
        for (int i = 0; i < ROLES; i++) {
            roles.add(role(guild, role(i), i + 1, Permissions.DEFAULT & random.nextLong()));
        }
        return roles;
    }

    private static Role role(GuildId guild, RoleId id, int position, long permissions) {
        return new Role(id, guild, "role " + position, Role.Look.PLAIN, false, false, null, position, permissions);
    }

    private static List<Member> members(Random random) {
        var members = new ArrayList<Member>();
        for (int i = 0; i < MEMBERS; i++) {
            var held = new TreeSet<RoleId>();
            for (int n = random.nextInt(ROLES_EACH_MAX + 1); n > 0; n--) {
                // The lower ones more often, so that many hold the same.
                held.add(role(random.nextInt(1 + random.nextInt(ROLES))));
            }
            members.add(new Member(member(i), Instant.EPOCH, false).with(List.copyOf(held)));
        }
        return members;
    }
}
