package chat.parley.reception;

import static chat.parley.testing.Community.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.refusal.Refusal;
import chat.parley.channel.Overwrites;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Member;
import chat.parley.guild.member.Arrivals;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import chat.parley.reception.Onboarding.Emoji;
import chat.parley.reception.Onboarding.Option;
import chat.parley.reception.Onboarding.Prompt;
import chat.parley.reception.WelcomeScreen.Place;
import chat.parley.testing.Community;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Newcomers accept the rules, choose what interests them, and are greeted.
final class ReceptionTest {
    private static final EntityId TEA = new EntityId(1);
    private static final EntityId COFFEE = new EntityId(2);

    private final Community community = new Community();
    private final Arrivals arrivals = new Arrivals(community.database);
    private final Screening screening = new Screening(community.guilds, arrivals, community.database, community.clock);
    private final Onboardings onboardings = new Onboardings(
            community.guilds,
            arrivals,
            new Overwrites(community.channels, community.database),
            new OnboardingRules(community.channels, community.viewers),
            community.database);
    private final WelcomeScreens welcomes =
            new WelcomeScreens(community.guilds, community.channels, community.viewers, community.database);
    private final Caller owner = community.person("owner");
    private final GuildId guild = community.guild(owner);
    private final ChannelId general = community.channel(guild, "general").id();

    @AfterEach
    void close() {
        community.close();
    }

    @Test
    void who_has_not_accepted_the_rules_only_reads() {
        var old = community.member(guild, "old");
        var rules = screening.change(owner, guild, true, it -> it.with(List.of("Be kind")));
        var ben = community.member(guild, "ben");
        assertFalse(may(ben, Permission.SEND_MESSAGES));
        assertFalse(may(ben, Permission.ADD_REACTIONS));
        assertTrue(may(ben, Permission.VIEW_CHANNEL));
        assertTrue(may(old, Permission.SEND_MESSAGES), "members of before are left in peace");
        assertFalse(community.guilds.letsWrite(guild, ben.id()));
        assertTrue(member(community.restarted(), ben).arrival().pending());

        community.events.clear();
        screening.accept(ben, guild, rules.version());
        assertInstanceOf(GuildEvent.MemberUpdated.class, community.events.getFirst());
        assertTrue(may(ben, Permission.SEND_MESSAGES));
        assertTrue(community.guilds.letsWrite(guild, ben.id()));
        assertFalse(member(community.restarted(), ben).arrival().pending());
    }

    @Test
    void rules_that_have_changed_must_be_read_again() {
        var before = screening.change(owner, guild, true, it -> it.with(List.of("Be kind")));
        var ben = community.member(guild, "ben");
        community.clock.pass(java.time.Duration.ofSeconds(1));
        screening.change(owner, guild, null, it -> it.with(List.of("Be kind", "Be brief")));
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> screening.accept(ben, guild, before.version())));
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> screening.accept(ben, guild, Instant.EPOCH)));
        assertFalse(may(ben, Permission.SEND_MESSAGES));
    }

    @Test
    void when_rules_are_no_longer_asked_for_all_may_write() {
        assertInstanceOf(
                Refusal.Invalid.class, refusal(() -> screening.change(owner, guild, true, it -> it)), "no rules");
        screening.change(owner, guild, true, it -> it.with(List.of("Be kind")));
        var ben = community.member(guild, "ben");
        screening.change(owner, guild, false, it -> it);
        assertTrue(may(ben, Permission.SEND_MESSAGES));
        assertFalse(member(community.restarted(), ben).arrival().pending());
        var forbidden = refusal(() -> screening.change(ben, guild, true, it -> it));
        assertEquals(new Refusal.Forbidden("MANAGE_GUILD"), forbidden);
    }

    @Test
    void answers_give_roles_and_open_hidden_channels_and_can_be_changed() {
        var drinkers = community.role(owner, guild, "drinkers").id();
        var hidden = hiddenChannel();
        ask(option(TEA, List.of(drinkers), List.of()), option(COFFEE, List.of(), List.of(hidden)));
        var ben = community.member(guild, "ben");
        assertTrue(member(community, ben).arrival().has(Member.Arrival.ONBOARDING));
        assertFalse(community.viewers.canView(ben.id(), hidden));

        onboardings.answer(ben, guild, Set.of(TEA));
        assertEquals(List.of(drinkers), member(community, ben).roles());
        assertTrue(member(community.restarted(), ben).arrival().has(Member.Arrival.ONBOARDED));
        onboardings.answer(ben, guild, Set.of(COFFEE));
        assertEquals(List.of(), member(community, ben).roles());
        assertTrue(community.viewers.canView(ben.id(), hidden));
        assertEquals(Set.of(COFFEE), onboardings.of(ben, guild).answers());
        onboardings.answer(ben, guild, Set.of(TEA));
        assertFalse(community.viewers.canView(ben.id(), hidden));
    }

    @Test
    void a_question_must_be_answered_as_it_says() {
        ask(option(TEA, List.of(), List.of()), option(COFFEE, List.of(), List.of()));
        var ben = community.member(guild, "ben");
        for (var wrong : List.of(Set.<EntityId>of(), Set.of(TEA, COFFEE), Set.of(TEA, new EntityId(9)))) {
            assertInstanceOf(Refusal.Invalid.class, refusal(() -> onboardings.answer(ben, guild, wrong)));
        }
        onboardings.change(owner, guild, false, it -> it);
        assertInstanceOf(Refusal.NotAllowed.class, refusal(() -> onboardings.answer(ben, guild, Set.of(TEA))));
        assertEquals(List.of(), onboardings.of(ben, guild).onboarding().prompts());
    }

    @Test
    void nobody_gains_power_by_an_answer() {
        var mighty =
                community.role(owner, guild, "mighty", Permission.BAN_MEMBERS).id();
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> ask(option(TEA, List.of(mighty), List.of()))));
        var plain = community
                .role(owner, guild, "plain", Permission.MENTION_EVERYONE)
                .id();
        ask(option(TEA, List.of(plain), List.of()));
        community.roles.edit(owner, guild, plain, it -> it.granting(Permission.ADMINISTRATOR.bit()));
        var ben = community.member(guild, "ben");
        onboardings.answer(ben, guild, Set.of(TEA));
        assertEquals(List.of(), member(community, ben).roles(), "it has become powerful since");

        var helpers = community.role(owner, guild, "helpers", Permission.MANAGE_GUILD, Permission.MANAGE_ROLES);
        community.give(owner, guild, ben, helpers.id());
        var hidden = hiddenChannel();
        var above = community.role(owner, guild, "above").id();
        community.roles.arrange(owner, guild, java.util.Map.of(above, 9));
        for (var greedy : List.of(
                option(COFFEE, List.of(above), List.of()),
                option(COFFEE, List.of(new RoleId(guild.value())), List.of()),
                option(COFFEE, List.of(), List.of(hidden)),
                option(COFFEE, List.of(), List.of(new ChannelId(7))))) {
            refusal(() -> onboardings.change(ben, guild, true, _ -> asking(greedy)));
        }
    }

    @Test
    void strangers_see_only_open_channels_on_the_screen_of_greeting() {
        var hidden = hiddenChannel();
        var places = List.of(new Place(general, "Say hello", null, "👋"), new Place(hidden, "Secret", null, null));
        assertEquals(true, welcomes.shown(guild).isEmpty());
        welcomes.change(owner, guild, true, _ -> new WelcomeScreen("Come in", places));
        var shown = welcomes.shown(guild).orElseThrow();
        assertEquals(
                List.of(general), shown.places().stream().map(Place::channel).toList());
        var ben = community.member(guild, "ben");
        assertEquals(shown, welcomes.of(ben, guild));
        var other = community.guild(owner);
        var elsewhere = community.channel(other, "general").id();
        assertInstanceOf(
                Refusal.Unknown.class,
                refusal(() -> welcomes.change(
                        owner,
                        guild,
                        null,
                        _ -> new WelcomeScreen(null, List.of(new Place(elsewhere, "x", null, null))))));
    }

    private void ask(Option... options) {
        onboardings.change(owner, guild, true, _ -> asking(options));
    }

    private static Onboarding asking(Option... options) {
        var prompt = new Prompt(new EntityId(10), "What do you drink?", List.of(options), true, true, true, 0);
        return new Onboarding(List.of(prompt), List.of(), 0);
    }

    private static Option option(EntityId id, List<RoleId> roles, List<ChannelId> channels) {
        return new Option(id, "Option " + id, null, Emoji.NONE, roles, channels);
    }

    private ChannelId hiddenChannel() {
        var voice = community.channel(guild, "General").id();
        var hide = new Overwrite(Overwrite.Kind.ROLE, guild.value(), 0, Permission.VIEW_CHANNEL.bit());
        community.overwrites.put(owner, voice, hide);
        return voice;
    }

    private boolean may(Caller person, Permission permission) {
        return permission.in(community.viewers.permissions(person.id(), general));
    }

    private Member member(Community in, Caller person) {
        var member = in.guilds.snapshot(guild).member(person.id());
        if (member == null) {
            throw new AssertionError("no member");
        }
        return member;
    }
}
