package chat.parley.guild;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Problem;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Changing what a guild is called, how it behaves, and whose it is.
public final class GuildSettings {
    /// JDA knows no others.
    private static final Set<Integer> AFK_TIMEOUTS_S = Set.of(60, 300, 900, 1_800, 3_600);
    private static final int VERIFICATION_MAX = 4;
    private static final int NOTIFICATIONS_MAX = 1;
    private static final int FILTER_MAX = 2;
    private static final int LOCALE_MAX_CHARS = 10;

    private final Guilds guilds;
    private final Premises premises;

    public GuildSettings(Guilds guilds, Premises premises) {
        this.guilds = guilds;
        this.premises = premises;
    }

    /// @param change makes the wanted guild of the present one; another owner is a transfer, which only the
    ///     owner may do
    public GuildSnapshot edit(Caller caller, GuildId id, UnaryOperator<Guild> change) {
        return guilds.write(id, writing -> {
            var access = writing.as(caller).requiring(Permission.MANAGE_GUILD);
            var before = access.guild();
            var after = change.apply(before);
            if (!after.owner().equals(before.owner())) {
                access.requiringOwner();
                requireHeir(access, after);
            }
            check(after, before);
            if (!after.equals(before)) {
                writing.change(after);
                writing.note(GuildDeeds.updated(caller, before, after));
            }
            return writing.now();
        });
    }

    private static void requireHeir(GuildAccess access, Guild after) {
        if (access.snapshot().member(after.owner()) == null) {
            throw Refusal.unknown(Thing.MEMBER);
        }
    }

    private void check(Guild after, Guild before) {
        var problems = new ArrayList<Problem>();
        Founding.requireName(after.name());
        String description = after.description();
        if (description != null
                && description.codePointCount(0, description.length()) > Limits.GUILD_DESCRIPTION_MAX_CHARS) {
            problems.add(new Problem(
                    "description",
                    "BASE_TYPE_MAX_LENGTH",
                    "Must be " + Limits.GUILD_DESCRIPTION_MAX_CHARS + " or fewer in length."));
        }
        var settings = after.settings();
        if (!AFK_TIMEOUTS_S.contains(settings.afkTimeoutS())) {
            problems.add(choice("afk_timeout", "60, 300, 900, 1800, 3600"));
        }
        range(problems, "verification_level", settings.verificationLevel(), VERIFICATION_MAX);
        range(problems, "default_message_notifications", settings.defaultNotifications(), NOTIFICATIONS_MAX);
        range(problems, "explicit_content_filter", settings.contentFilter(), FILTER_MAX);
        if (!settings.locale().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,6})?")
                || settings.locale().length() > LOCALE_MAX_CHARS) {
            problems.add(choice("preferred_locale", "locales as en-US"));
        }
        if (!settings.equals(before.settings())) {
            channel(problems, after.id(), "system_channel_id", settings.systemChannel(), false);
            channel(problems, after.id(), "rules_channel_id", settings.rulesChannel(), false);
            channel(
                    problems,
                    after.id(),
                    "safety_alerts_channel_id",
                    settings.safety().alerts(),
                    false);
            channel(problems, after.id(), "afk_channel_id", settings.afkChannel(), true);
        }
        if (!problems.isEmpty()) {
            throw new Refused(new Refusal.Invalid(List.copyOf(problems)));
        }
    }

    private void channel(
            List<Problem> problems, GuildId guild, String field, @Nullable ChannelId channel, boolean voice) {
        if (channel != null && !premises.has(guild, channel, voice)) {
            problems.add(new Problem(field, "CHANNEL_INVALID", "The guild has no such channel of the right kind."));
        }
    }

    private static void range(List<Problem> problems, String field, int value, int max) {
        if (value < 0 || value > max) {
            problems.add(new Problem(field, "NUMBER_TYPE_RANGE", "Value must be between 0 and " + max + "."));
        }
    }

    private static Problem choice(String field, String values) {
        return new Problem(field, "BASE_TYPE_CHOICES", "Value must be one of " + values + ".");
    }
}
