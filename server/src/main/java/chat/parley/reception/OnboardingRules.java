package chat.parley.reception;

import chat.parley.base.id.ChannelId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.channel.Viewers;
import chat.parley.guild.GuildAccess;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Role;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/// What an answer may give. Nobody gains by asking: roles and channels are only those that the asker could give
/// by hand, and never one that lets newcomers act upon others.
public final class OnboardingRules {
    private static final long POWERS = Permissions.bits(
            Permission.ADMINISTRATOR,
            Permission.MANAGE_GUILD,
            Permission.MANAGE_ROLES,
            Permission.MANAGE_CHANNELS,
            Permission.MANAGE_MESSAGES,
            Permission.MANAGE_NICKNAMES,
            Permission.MANAGE_THREADS,
            Permission.MANAGE_WEBHOOKS,
            Permission.KICK_MEMBERS,
            Permission.BAN_MEMBERS,
            Permission.MODERATE_MEMBERS,
            Permission.MENTION_EVERYONE);

    private final Channels channels;
    private final Viewers viewers;

    public OnboardingRules(Channels channels, Viewers viewers) {
        this.channels = channels;
        this.viewers = viewers;
    }

    /// Whether the role gives no power that everybody in the guild has not got already.
    static boolean harmless(GuildSnapshot guild, @Nullable Role role) {
        long common = guild.roles().everyone().permissions();
        return role != null && !role.managed() && !role.everyone() && (role.permissions() & ~common & POWERS) == 0;
    }

    /// @throws chat.parley.base.refusal.Refused with `NotAllowed`, `Forbidden`, `Unknown` or `Invalid`
    void check(GuildAccess access, Onboarding before, Onboarding after) {
        var fresh = new HashSet<>(after.roles());
        fresh.removeAll(before.roles());
        for (var id : fresh) {
            if (!harmless(access.snapshot(), access.below(id))) {
                throw Refusal.invalid(
                        "prompts",
                        "ONBOARDING_ROLE_POWERFUL",
                        "A role with power over others is not given by an answer.");
            }
        }
        var open = new HashSet<ChannelId>();
        var view = viewers.of(access.snapshot().id());
        view.visibleToEverybody().stream().map(Channel::id).forEach(open::add);
        for (var id : after.channels()) {
            if (!open.contains(id)) {
                throw Refusal.invalid(
                        "default_channel_ids",
                        "CHANNEL_INVALID",
                        "Newcomers are pointed to channels that everybody sees.");
            }
        }
        var hidden = new HashSet<>(after.places());
        hidden.removeAll(before.places());
        hidden.removeAll(open);
        for (var id : hidden) {
            var channel = channels.seenBy(access.caller(), id).requiring(Permission.MANAGE_ROLES);
            if (!channel.channel().guild().equals(access.snapshot().id())
                    || channel.channel().kind().thread()) {
                throw Refusal.unknown(Thing.CHANNEL);
            }
        }
    }
}
