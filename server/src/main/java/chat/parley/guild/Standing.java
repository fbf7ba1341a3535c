package chat.parley.guild;

import chat.parley.account.Caller;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import java.time.Clock;
import java.time.Duration;

/// What a guild asks of new members before they may write (Discord's verification levels). Whoever was given a role
/// has been vouched for. Level 1 asks for a proven e-mail address, which no account here can have yet, and so nothing.
public final class Standing {
    private static final int ACCOUNT_AGED = 2;
    private static final int MEMBER_AGED = 3;
    private static final Duration ACCOUNT_AGE = Duration.ofMinutes(5);
    private static final Duration MEMBERSHIP = Duration.ofMinutes(10);

    private Standing() {}

    /// @throws chat.parley.base.refusal.Refused with `Unfit` when they are too new
    public static void require(GuildSnapshot guild, Caller caller, Member self, Clock clock) {
        int level = guild.guild().settings().verificationLevel();
        if (level < ACCOUNT_AGED || caller.bot() || !self.roles().isEmpty() || guild.owns(caller.id())) {
            return;
        }
        var now = clock.instant();
        boolean young = caller.id().time().isAfter(now.minus(ACCOUNT_AGE));
        boolean fresh = level >= MEMBER_AGED && self.joinedAt().isAfter(now.minus(MEMBERSHIP));
        if (young || fresh) {
            throw Refusal.unfit(Why.TOO_NEW);
        }
    }
}
