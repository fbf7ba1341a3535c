package chat.parley.guild;

import chat.parley.base.id.ChannelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a guild protects itself. Here, and not with the features that read it, because every post asks some of it and
/// must not search.
///
/// @param screened whether automatic moderation has a rule that is on
/// @param keepsEdits whether moderators may read what edited messages said before
/// @param raidJoins how many who join within a minute are a raid, 0 for never
/// @param alerts where the server tells of raids
/// @param invitesPausedUntil nobody joins by invite until then
/// @param dmsPausedUntil members who share only this guild write each other no direct messages until then
/// @param raidAt when the server last took a wave of joins for a raid
public record Safety(
        boolean screened,
        boolean keepsEdits,
        int raidJoins,
        @Nullable ChannelId alerts,
        @Nullable Instant invitesPausedUntil,
        @Nullable Instant dmsPausedUntil,
        @Nullable Instant raidAt) {
    public static final Safety NONE = new Safety(false, false, 0, null, null, null, null);

    public boolean invitesPaused(Instant now) {
        return invitesPausedUntil != null && invitesPausedUntil.isAfter(now);
    }

    public boolean dmsPaused(Instant now) {
        return dmsPausedUntil != null && dmsPausedUntil.isAfter(now);
    }

    public Safety screened(boolean other) {
        return new Safety(other, keepsEdits, raidJoins, alerts, invitesPausedUntil, dmsPausedUntil, raidAt);
    }

    public Safety keepingEdits(boolean other) {
        return new Safety(screened, other, raidJoins, alerts, invitesPausedUntil, dmsPausedUntil, raidAt);
    }

    public Safety raidAfter(int joins) {
        return new Safety(screened, keepsEdits, joins, alerts, invitesPausedUntil, dmsPausedUntil, raidAt);
    }

    public Safety alerting(@Nullable ChannelId channel) {
        return new Safety(screened, keepsEdits, raidJoins, channel, invitesPausedUntil, dmsPausedUntil, raidAt);
    }

    public Safety pausing(@Nullable Instant invites, @Nullable Instant dms) {
        return new Safety(screened, keepsEdits, raidJoins, alerts, invites, dms, raidAt);
    }

    public Safety raided(Instant at) {
        return new Safety(screened, keepsEdits, raidJoins, alerts, invitesPausedUntil, dmsPausedUntil, at);
    }
}
