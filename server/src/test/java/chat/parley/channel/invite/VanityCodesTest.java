package chat.parley.channel.invite;

import static chat.parley.testing.Community.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.invite.VanityCodes.Vanity;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.deed.DeedKind;
import chat.parley.testing.Community;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A guild's own code lets people in, and only one guild has it.
final class VanityCodesTest {
    private static final Refusal TAKEN = new Refusal.Unfit(Why.INVITE_CODE_TAKEN);

    private final Community community = new Community();
    private final Caller owner = community.person("owner");
    private final GuildId guild = community.guild(owner);

    @AfterEach
    void close() {
        community.close();
    }

    @Test
    void people_come_by_the_code_whatever_its_case_and_each_is_counted() {
        community.events.clear();
        assertEquals(new Vanity("the-garden", 0), community.vanities.change(owner, guild, " The-Garden "));
        assertEquals(GuildEvent.Updated.class, community.events.getFirst().getClass());
        assertEquals(DeedKind.GUILD_UPDATE, community.deeds.getLast().kind());
        var ben = community.person("ben");
        community.invites.accept(ben, "THE-garden");
        community.invites.accept(ben, "the-garden");
        assertEquals(new Vanity("the-garden", 1), community.vanities.of(owner, guild));
        var general = community.channel(guild, "general").id();
        assertEquals(general, community.invites.of("the-garden").channel());
        assertEquals(List.of(), community.invites.in(owner, guild));
        assertEquals(
                "the-garden",
                community.restarted().guilds.snapshot(guild).guild().reception().vanity());
    }

    @Test
    void another_code_ends_the_one_before() {
        community.vanities.change(owner, guild, "first");
        community.vanities.change(owner, guild, "second");
        assertFalse(community.invites.valid("first"));
        assertEquals(new Vanity(null, 0), community.vanities.change(owner, guild, null));
        assertFalse(community.invites.valid("second"));
        assertNull(community.guilds.snapshot(guild).guild().reception().vanity());
    }

    @Test
    void a_code_belongs_to_one_guild_and_is_no_invite_of_another() {
        var other = community.guild(owner);
        community.vanities.change(owner, guild, "garden");
        assertEquals(TAKEN, refusal(() -> community.vanities.change(owner, other, "GARDEN")));
        var general = community.channel(other, "general").id();
        var invite = community.invites.create(owner, general, InviteTerms.USUAL);
        assertEquals(TAKEN, refusal(() -> community.vanities.change(owner, other, invite.code())));
        community.founding.raze(owner, guild);
        assertEquals(new Vanity("garden", 0), community.vanities.change(owner, other, "garden"));
    }

    @Test
    void reserved_and_ill_formed_codes_are_refused() {
        for (String bad : List.of(
                "a",
                "ab",
                "-abc",
                "abc-",
                "a--b",
                "a b c",
                "grün",
                "admin",
                "Settings",
                "x".repeat(26),
                "a/b",
                "../x")) {
            assertEquals(TAKEN, refusal(() -> community.vanities.change(owner, guild, bad)), bad);
        }
    }

    @Test
    void only_who_manages_the_guild_reads_and_changes_it() {
        var ben = community.member(guild, "ben");
        assertEquals(new Refusal.Forbidden("MANAGE_GUILD"), refusal(() -> community.vanities.of(ben, guild)));
        assertEquals(
                new Refusal.Forbidden("MANAGE_GUILD"), refusal(() -> community.vanities.change(ben, guild, "bens")));
    }
}
