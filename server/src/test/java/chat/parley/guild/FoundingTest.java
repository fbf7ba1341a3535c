package chat.parley.guild;

import static chat.parley.testing.Community.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.channel.Channel;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import chat.parley.testing.Community;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Guilds are founded, changed, passed on, left and deleted.
final class FoundingTest {
    private static final Community COMMUNITY = new Community();

    @AfterAll
    static void close() {
        COMMUNITY.close();
    }

    @Test
    void a_new_guild_has_an_owner_a_role_for_everyone_and_first_channels() {
        var ada = COMMUNITY.person("ada.one");
        var founded = COMMUNITY.founding.found(ada, "Analysts", "Of engines");
        var everyone = founded.roles().everyone();
        assertEquals(founded.id().value(), everyone.id().value());
        assertEquals(Permissions.DEFAULT, everyone.permissions());
        assertEquals(ada.id(), founded.guild().owner());
        assertEquals(1, founded.members().size());
        assertEquals(
                List.of("general", "General", "Text Channels", "Voice Channels"),
                COMMUNITY.channels.in(founded.id()).stream().map(Channel::name).toList());
        var general = COMMUNITY.channel(founded.id(), "general");
        assertEquals(general.id(), founded.guild().settings().systemChannel());
        assertEquals(COMMUNITY.channel(founded.id(), "Text Channels").id(), general.parent());
        assertEquals(Permissions.ALL, COMMUNITY.guilds.of(ada, founded.id()).bits());
        assertEquals(List.of(founded.id()), ids(ada));
    }

    @Test
    void a_stranger_does_not_learn_whether_a_guild_exists() {
        var guild = COMMUNITY.guild(COMMUNITY.person("ada.two"));
        var eve = COMMUNITY.person("eve.two");
        assertEquals(new Refusal.Unknown(Thing.GUILD), refusal(() -> COMMUNITY.guilds.of(eve, guild)));
        var general = COMMUNITY.channel(guild, "general").id();
        assertEquals(new Refusal.Unknown(Thing.CHANNEL), refusal(() -> COMMUNITY.channels.seenBy(eve, general)));
        assertEquals(0, COMMUNITY.viewers.permissions(eve.id(), general));
    }

    @Test
    void only_the_owner_deletes_a_guild_and_all_in_it() {
        var ada = COMMUNITY.person("ada.three");
        var guild = COMMUNITY.guild(ada);
        var admin = COMMUNITY.member(guild, "bob.three");
        var role = COMMUNITY.role(ada, guild, "admins", Permission.ADMINISTRATOR);
        COMMUNITY.give(ada, guild, admin, role.id());
        var general = COMMUNITY.channel(guild, "general").id();
        assertInstanceOf(Refusal.NotAllowed.class, refusal(() -> COMMUNITY.founding.raze(admin, guild)));

        COMMUNITY.founding.raze(ada, guild);
        assertEquals(new Refusal.Unknown(Thing.GUILD), refusal(() -> COMMUNITY.guilds.of(ada, guild)));
        assertNull(COMMUNITY.channels.find(general));
        assertEquals(List.of(), ids(admin));
        assertTrue(COMMUNITY.events.contains(new GuildEvent.Deleted(guild, false)));
        assertEquals(0, rows("guilds", "id", guild.value()));
        assertEquals(0, rows("channels", "guild", guild.value()));
        assertEquals(0, rows("members", "guild", guild.value()));
    }

    @Test
    void the_owner_cannot_leave_but_pass_the_guild_on_and_then_leave() {
        var ada = COMMUNITY.person("ada.four");
        var guild = COMMUNITY.guild(ada);
        var bob = COMMUNITY.member(guild, "bob.four");
        var eve = COMMUNITY.person("eve.four");
        assertInstanceOf(Refusal.NotAllowed.class, refusal(() -> COMMUNITY.membership.leave(ada, guild)));
        assertInstanceOf(
                Refusal.Forbidden.class,
                refusal(() -> COMMUNITY.settings.edit(bob, guild, it -> it.ownedBy(bob.id()))));
        assertEquals(
                new Refusal.Unknown(Thing.MEMBER),
                refusal(() -> COMMUNITY.settings.edit(ada, guild, it -> it.ownedBy(eve.id()))));

        long epoch = COMMUNITY.viewers.epoch(guild);
        COMMUNITY.settings.edit(ada, guild, it -> it.ownedBy(bob.id()));
        assertTrue(COMMUNITY.viewers.epoch(guild) > epoch);
        assertEquals(Permissions.ALL, COMMUNITY.guilds.of(bob, guild).bits());
        assertEquals(Permissions.DEFAULT, COMMUNITY.guilds.of(ada, guild).bits());
        COMMUNITY.membership.leave(ada, guild);
        assertEquals(List.of(), ids(ada));
    }

    @Test
    void an_administrator_who_is_not_the_owner_does_not_take_the_guild() {
        var ada = COMMUNITY.person("ada.five");
        var guild = COMMUNITY.guild(ada);
        var bob = COMMUNITY.member(guild, "bob.five");
        var role = COMMUNITY.role(ada, guild, "admins", Permission.ADMINISTRATOR);
        COMMUNITY.give(ada, guild, bob, role.id());
        assertInstanceOf(
                Refusal.NotAllowed.class,
                refusal(() -> COMMUNITY.settings.edit(bob, guild, it -> it.ownedBy(bob.id()))));
    }

    @Test
    void settings_take_only_what_they_may() {
        var ada = COMMUNITY.person("ada.six");
        var guild = COMMUNITY.guild(ada);
        var voice = COMMUNITY.channel(guild, "General").id();
        var text = COMMUNITY.channel(guild, "general").id();
        var wrong = new Guild.Settings(voice, voice, text, 61, 9, 2, 3, "klingon-language", Safety.NONE);
        var refused = refusal(() -> COMMUNITY.settings.edit(ada, guild, it -> it.with(wrong)));
        assertEquals(
                List.of(
                        "afk_timeout",
                        "verification_level",
                        "default_message_notifications",
                        "explicit_content_filter",
                        "preferred_locale",
                        "system_channel_id",
                        "rules_channel_id",
                        "afk_channel_id"),
                ((Refusal.Invalid) refused)
                        .problems().stream().map(Refusal.Problem::field).toList());

        var right = new Guild.Settings(null, text, voice, 900, 2, 1, 1, "de", Safety.NONE);
        var changed = COMMUNITY.settings.edit(ada, guild, it -> it.with(right).named("Other"));
        assertEquals(right, changed.guild().settings());
        assertEquals(
                "Other", COMMUNITY.restarted().guilds.snapshot(guild).guild().name());
    }

    @Test
    void a_settings_channel_that_is_deleted_is_forgotten() {
        var ada = COMMUNITY.person("ada.seven");
        var guild = COMMUNITY.guild(ada);
        COMMUNITY.layout.remove(ada, COMMUNITY.channel(guild, "general").id());
        assertNull(COMMUNITY.guilds.snapshot(guild).guild().settings().systemChannel());
        assertNull(
                COMMUNITY.restarted().guilds.snapshot(guild).guild().settings().systemChannel());
    }

    private static List<?> ids(Caller caller) {
        return COMMUNITY.guilds.ofMember(caller.id()).stream()
                .map(GuildSnapshot::id)
                .toList();
    }

    private static long rows(String table, String column, long id) {
        return COMMUNITY
                .database
                .first("SELECT count(*) AS n FROM " + table + " WHERE " + column + " = ?", row -> row.number("n"), id)
                .orElseThrow();
    }
}
