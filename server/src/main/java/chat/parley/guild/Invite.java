package chat.parley.guild;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A code that lets somebody join.
///
/// @param maxUses 0 for any number
/// @param maxAgeS 0 for ever
/// @param temporary the member is removed when they go offline, unless a role was given
public record Invite(
        String code,
        GuildId guild,
        ChannelId channel,
        @Nullable UserId inviter,
        int uses,
        int maxUses,
        int maxAgeS,
        boolean temporary,
        Instant createdAt) {

    public @Nullable Instant expiresAt() {
        return maxAgeS == 0 ? null : createdAt.plusSeconds(maxAgeS);
    }
}
