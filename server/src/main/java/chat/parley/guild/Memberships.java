package chat.parley.guild;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Which guilds and conversations a user is in, in the order of joining; read from the database once for each user who
/// turns up.
///
/// Safe for any number of threads: joining and leaving are told after they are durable, and the map runs its
/// functions for one user one after the other, so an answer that was being read meanwhile is corrected by what
/// follows it.
final class Memberships {
    /// @param conversations also those that the user has closed
    record Places(List<GuildId> communities, List<GuildId> conversations) {
        private Places with(GuildId id, boolean isPrivate) {
            return isPrivate
                    ? new Places(communities, plus(conversations, id))
                    : new Places(plus(communities, id), conversations);
        }

        private Places without(GuildId id) {
            return new Places(minus(communities, id), minus(conversations, id));
        }

        private static List<GuildId> plus(List<GuildId> ids, GuildId id) {
            return ids.contains(id)
                    ? ids
                    : Stream.concat(ids.stream(), Stream.of(id)).toList();
        }

        private static List<GuildId> minus(List<GuildId> ids, GuildId id) {
            return ids.stream().filter(it -> !it.equals(id)).toList();
        }
    }

    private final ConcurrentHashMap<UserId, Places> byUser = new ConcurrentHashMap<>();
    private final GuildStore store;

    Memberships(GuildStore store) {
        this.store = store;
    }

    Places of(UserId user) {
        return byUser.computeIfAbsent(user, store::placesOf);
    }

    void joined(UserId user, GuildId guild, boolean isPrivate) {
        byUser.computeIfPresent(user, (_, places) -> places.with(guild, isPrivate));
    }

    void left(UserId user, GuildId guild) {
        byUser.computeIfPresent(user, (_, places) -> places.without(guild));
    }
}
