package chat.parley.reception;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.sql.Database;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import chat.parley.guild.deed.Change;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.guild.member.Arrivals;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The rules of a guild. While it asks newcomers to accept them, who has not may read and nothing else.
public final class Screening {
    private final Guilds guilds;
    private final Arrivals arrivals;
    private final ReceptionStore store;
    private final Clock clock;

    public Screening(Guilds guilds, Arrivals arrivals, Database database, Clock clock) {
        this.guilds = guilds;
        this.arrivals = arrivals;
        this.store = new ReceptionStore(database);
        this.clock = clock;
    }

    public HouseRules of(Caller caller, GuildId guild) {
        guilds.of(caller, guild);
        return store.rules(guild).orElse(HouseRules.NONE);
    }

    /// When they are no longer asked for, everybody who had not accepted them may write.
    ///
    /// @param enabled whether newcomers are asked; absent when that stays
    public HouseRules change(Caller caller, GuildId id, @Nullable Boolean enabled, UnaryOperator<HouseRules> change) {
        return guilds.write(id, writing -> {
            var guild = writing.as(caller).requiring(Permission.MANAGE_GUILD).guild();
            var before = store.rules(id).orElse(HouseRules.NONE);
            var after = change.apply(before);
            boolean asks = enabled == null ? guild.reception().asksRules() : enabled;
            if (asks && after.terms().isEmpty()) {
                throw Refusal.required("form_fields");
            }
            if (!after.equals(before)) {
                after = after.at(clock.instant().truncatedTo(ChronoUnit.MICROS));
                store.save(id, after);
                writing.note(Deed.of(caller, id, DeedKind.GUILD_UPDATE, id)
                        .changing(List.of(Change.of("description", before.text(), after.text()))));
            }
            if (asks != guild.reception().asksRules()) {
                writing.change(guild.with(guild.reception().askingRules(asks)));
                writing.note(Deed.of(caller, id, DeedKind.GUILD_UPDATE, id)
                        .changing(List.of(Change.of("enabled", !asks, asks))));
            }
            if (!asks) {
                arrivals.admitAll(writing);
            }
            return after;
        });
    }

    /// @param version that of the rules which the caller has read
    public Member accept(Caller caller, GuildId guild, Instant version) {
        return guilds.write(guild, writing -> {
            writing.as(caller);
            if (!store.rules(guild).orElse(HouseRules.NONE).version().equals(version)) {
                throw Refusal.invalid("version", "RULES_CHANGED", "The rules have changed. Please read them again.");
            }
            return arrivals.accept(writing, caller.id());
        });
    }
}
