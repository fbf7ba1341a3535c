package chat.parley.voice.record;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call that was or is recorded.
///
/// @param endedAt absent while it runs
/// @param people who agreed
public record Recording(
        EntityId id,
        GuildId guild,
        ChannelId channel,
        UserId startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<UserId> people) {
    public Recording {
        people = List.copyOf(people);
    }
}
