package chat.parley.channel.invite;

import chat.parley.account.Caller;
import chat.parley.auth.RegistrationInvites;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channels;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Guilds;
import chat.parley.guild.Invite;
import chat.parley.guild.member.Membership;
import chat.parley.permission.Permission;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Inviting people, and coming in by an invite.
public final class Invites implements RegistrationInvites {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final int CODE_CHARS = 10;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{2,32}");

    private final Guilds guilds;
    private final Channels channels;
    private final Membership membership;
    private final InviteStore store;
    private final VanityCodes vanities;
    private final Bus bus;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Invites(
            Guilds guilds,
            Channels channels,
            Membership membership,
            VanityCodes vanities,
            Database database,
            Bus bus,
            Clock clock) {
        this.guilds = guilds;
        this.channels = channels;
        this.membership = membership;
        this.vanities = vanities;
        this.store = new InviteStore(database);
        this.bus = bus;
        this.clock = clock;
    }

    /// Makes an invite, or gives out again the caller's own on the same terms.
    public Invite create(Caller caller, ChannelId id, InviteTerms terms) {
        var channel = channels.seenBy(caller, id)
                .requiring(Permission.CREATE_INSTANT_INVITE)
                .channel();
        var wanted = new Invite(
                code(),
                channel.guild(),
                id,
                caller.id(),
                0,
                terms.maxUses(),
                terms.maxAgeS(),
                terms.temporary(),
                now());
        // The lock keeps two at the same moment from passing the limit, and the events in order.
        return guilds.write(channel.guild(), writing -> {
            var known = terms.unique() ? null : store.like(wanted).orElse(null);
            if (known != null) {
                return known;
            }
            store.sweep(wanted.guild(), now());
            if (store.in(wanted.guild(), now()).size() >= Limits.INVITES_PER_GUILD_MAX) {
                throw new Refused(new Refusal.Full(Thing.INVITE, Limits.INVITES_PER_GUILD_MAX));
            }
            store.insert(wanted);
            bus.publish(new GuildEvent.InviteCreated(wanted.guild(), wanted));
            writing.note(InviteDeeds.created(caller, wanted));
            return wanted;
        });
    }

    /// The invite, for anybody who knows the code.
    ///
    /// @throws Refused with `Unknown` when there is none, or it has expired or is used up
    public Invite of(String code) {
        return found(code).orElseThrow(() -> Refusal.unknown(Thing.INVITE));
    }

    public List<Invite> in(Caller caller, GuildId guild) {
        guilds.of(caller, guild).requiring(Permission.MANAGE_GUILD);
        return store.in(guild, now());
    }

    public List<Invite> in(Caller caller, ChannelId channel) {
        channels.seenBy(caller, channel).requiring(Permission.MANAGE_CHANNELS);
        return store.in(channel, now());
    }

    /// Joins the guild; for a member nothing happens and no use is counted.
    ///
    /// @throws Refused with `Unknown` when the invite is not valid (any more), or as [Membership#join]
    public Invite accept(Caller caller, String code) {
        var invite = of(code);
        requireOpen(invite);
        membership.join(caller.id(), invite.guild(), invite.temporary(), sql -> {
            if (!InviteStore.use(sql, code, now()) && !VanityCodes.use(sql, code)) {
                throw Refusal.unknown(Thing.INVITE);
            }
        });
        return invite;
    }

    /// Its maker deletes an invite, or who manages its channel or the guild.
    public Invite delete(Caller caller, String code) {
        var invite = of(code);
        if (!caller.id().equals(invite.inviter())
                || guilds.snapshot(invite.guild()).member(caller.id()) == null) {
            requireManaging(caller, invite);
        }
        return guilds.write(invite.guild(), writing -> {
            if (!store.delete(code)) {
                throw Refusal.unknown(Thing.INVITE);
            }
            bus.publish(new GuildEvent.InviteDeleted(invite.guild(), invite.channel(), code));
            writing.note(InviteDeeds.deleted(caller, invite));
            return invite;
        });
    }

    @Override
    public boolean valid(String code) {
        return found(code).isPresent();
    }

    @Override
    public void join(Caller caller, String code) {
        accept(caller, code);
    }

    private void requireOpen(Invite invite) {
        if (guilds.snapshot(invite.guild()).guild().settings().safety().invitesPaused(now())) {
            throw Refusal.notAllowed("Invites are paused for now. Please try again later.");
        }
    }

    private void requireManaging(Caller caller, Invite invite) {
        if (!guilds.of(caller, invite.guild()).may(Permission.MANAGE_GUILD)) {
            channels.seenBy(caller, invite.channel()).requiring(Permission.MANAGE_CHANNELS);
        }
    }

    /// What cannot be a code is not asked for: it may hold what the database does not take.
    private Optional<Invite> found(String code) {
        return CODE.matcher(code).matches() ? store.find(code, now()).or(() -> vanities.find(code)) : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// 58 bits by chance: not to be guessed, and two are never the same.
    private String code() {
        var code = new StringBuilder(CODE_CHARS);
        for (int i = 0; i < CODE_CHARS; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
