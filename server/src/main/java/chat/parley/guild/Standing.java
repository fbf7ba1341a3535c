package chat.parley.guild;

import chat.parley.account.Caller;
import chat.parley.account.Users;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import java.time.Clock;
import java.time.Duration;

/// What a guild asks of members before they may write, react or vote (Discord's verification levels). Each level asks
/// for what those below it do.
///
/// Discord asks level 1 for a proven e-mail address and level 4 for a proven telephone number. A node sends no mail and
/// no texts, so here level 1 asks for an address on the account, or an account that is an hour old, and level 4 for the
/// address in any case. Whoever was given a role has been vouched for.
public final class Standing {
    private static final int REACHABLE = 1;
    private static final int ACCOUNT_AGED = 2;
    private static final int MEMBER_AGED = 3;
    private static final int SURELY_REACHABLE = 4;
    private static final Duration ACCOUNT_AGE_INSTEAD_OF_ADDRESS = Duration.ofHours(1);
    private static final Duration ACCOUNT_AGE = Duration.ofMinutes(5);
    private static final Duration MEMBERSHIP = Duration.ofMinutes(10);

    private final Users users;
    private final Clock clock;

    public Standing(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /// @throws chat.parley.base.refusal.Refused with `Unfit` when they do not meet the level
    public void require(GuildSnapshot guild, Caller caller, Member self) {
        int level = guild.guild().settings().verificationLevel();
        if (level < REACHABLE
                || caller.bot()
                || !self.roles().isEmpty()
                || guild.owns(caller.id())
                || self.arrival().has(Member.Arrival.EXCUSED)) {
            return;
        }
        if (!meets(level, caller, self)) {
            throw Refusal.unfit(Why.TOO_NEW);
        }
    }

    /// Reacting as others did and voting need no permission, so that who may only read is asked for here.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Forbidden`
    public void requireVoice(Member self) {
        if (self.mute(clock.instant())) {
            throw Refusal.forbidden("ADD_REACTIONS");
        }
    }

    private boolean meets(int level, Caller caller, Member self) {
        var now = clock.instant();
        var born = caller.id().time();
        boolean old = !born.isAfter(now.minus(ACCOUNT_AGE_INSTEAD_OF_ADDRESS));
        if ((level >= SURELY_REACHABLE || !old) && users.account(caller.id()).email() == null) {
            return false;
        }
        if (level >= ACCOUNT_AGED && born.isAfter(now.minus(ACCOUNT_AGE))) {
            return false;
        }
        return level < MEMBER_AGED || !self.joinedAt().isAfter(now.minus(MEMBERSHIP));
    }
}
