package chat.parley.reception;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.sql.Database;
import chat.parley.channel.Overwrites;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.guild.member.Arrivals;
import chat.parley.permission.Permission;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What newcomers are asked, and what becomes of their answers.
public final class Onboardings {
    private final Guilds guilds;
    private final Arrivals arrivals;
    private final Overwrites overwrites;
    private final OnboardingRules rules;
    private final ReceptionStore store;

    public Onboardings(
            Guilds guilds, Arrivals arrivals, Overwrites overwrites, OnboardingRules rules, Database database) {
        this.guilds = guilds;
        this.arrivals = arrivals;
        this.overwrites = overwrites;
        this.rules = rules;
        this.store = new ReceptionStore(database);
    }

    /// @param answers the options that the caller has chosen
    public record Seen(Onboarding onboarding, boolean enabled, Set<EntityId> answers) {}

    public Seen of(Caller caller, GuildId guild) {
        var access = guilds.of(caller, guild);
        var onboarding = store.onboarding(guild).orElse(Onboarding.NONE);
        boolean enabled = access.guild().reception().onboards();
        if (!enabled && !access.may(Permission.MANAGE_GUILD)) {
            return new Seen(Onboarding.NONE, false, Set.of());
        }
        return new Seen(onboarding, enabled, store.answers(guild, caller.id()));
    }

    /// @param enabled whether newcomers are asked; absent when that stays
    public Seen change(Caller caller, GuildId id, @Nullable Boolean enabled, UnaryOperator<Onboarding> change) {
        return guilds.write(id, writing -> {
            var access = writing.as(caller).requiring(Permission.MANAGE_GUILD, Permission.MANAGE_ROLES);
            var guild = access.guild();
            var before = store.onboarding(id).orElse(Onboarding.NONE);
            var after = change.apply(before);
            rules.check(access, before, after);
            boolean asks = enabled == null ? guild.reception().onboards() : enabled;
            if (!after.equals(before)) {
                store.save(id, after);
            }
            if (asks != guild.reception().onboards()) {
                writing.change(guild.with(guild.reception().onboarding(asks)));
            }
            var deed = Deed.of(caller, id, DeedKind.ONBOARDING_UPDATE, id)
                    .changing(Changes.between(
                                    new Seen(before, guild.reception().onboards(), Set.of()),
                                    new Seen(after, asks, Set.of()))
                            .tell("enabled", Seen::enabled)
                            .tell("description", it -> it.onboarding().questions()));
            if (!deed.changes().isEmpty() || !after.equals(before)) {
                writing.note(deed);
            }
            return new Seen(after, asks, store.answers(id, caller.id()));
        });
    }

    /// The caller chooses, for the first time or anew: what was chosen before and is not any more, is taken back.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Invalid` when a question lacks its answer, or has too many
    public Member answer(Caller caller, GuildId id, Set<EntityId> chosen) {
        return guilds.write(id, writing -> {
            var access = writing.as(caller);
            if (!access.guild().reception().onboards()) {
                throw Refusal.notAllowed("This community asks nothing.");
            }
            var onboarding = store.onboarding(id).orElse(Onboarding.NONE);
            requireComplete(onboarding, chosen);
            var now = onboarding.chosen(chosen);
            var dropped = onboarding.chosen(store.answers(id, caller.id()));
            var roles = new HashSet<>(access.self().roles());
            dropped.forEach(it -> roles.removeAll(it.roles()));
            now.forEach(it -> roles.addAll(givable(writing.now(), it.roles())));
            var member = arrivals.onboarded(
                    writing,
                    caller.id(),
                    List.copyOf(roles),
                    sql -> ReceptionStore.answered(sql, id, caller.id(), chosen));
            overwrites.move(id, caller.id(), places(now), places(dropped));
            return member;
        });
    }

    private static void requireComplete(Onboarding onboarding, Set<EntityId> chosen) {
        int known = 0;
        for (var prompt : onboarding.prompts()) {
            long answers = prompt.options().stream()
                    .filter(it -> chosen.contains(it.id()))
                    .count();
            known += (int) answers;
            if (prompt.single() && answers > 1) {
                throw wrong("ONBOARDING_ONE_ANSWER", "\"" + prompt.title() + "\" takes one answer.");
            }
            if (prompt.required() && prompt.atArrival() && answers == 0) {
                throw wrong("ONBOARDING_ANSWER_REQUIRED", "\"" + prompt.title() + "\" needs an answer.");
            }
        }
        if (known != chosen.size()) {
            throw wrong("ONBOARDING_OPTION_UNKNOWN", "There is no such answer (any more).");
        }
    }

    private static RuntimeException wrong(String code, String message) {
        return Refusal.invalid("onboarding_responses", code, message);
    }

    /// A role may have become powerful, or have gone, after it was put here.
    private static List<RoleId> givable(GuildSnapshot guild, List<RoleId> wanted) {
        return wanted.stream()
                .filter(it -> OnboardingRules.harmless(guild, guild.role(it)))
                .toList();
    }

    private static Set<ChannelId> places(List<Onboarding.Option> options) {
        var places = new HashSet<ChannelId>();
        options.forEach(it -> places.addAll(it.channels()));
        return places;
    }
}
