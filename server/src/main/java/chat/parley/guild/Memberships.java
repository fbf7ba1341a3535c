package chat.parley.guild;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Which guilds a user is in, in the order of joining; read from the database once for each user who turns up.
///
/// Safe for any number of threads: joining and leaving are told after they are durable, and the map runs its
/// functions for one user one after the other, so an answer that was being read meanwhile is corrected by what
/// follows it.
final class Memberships {
    private final ConcurrentHashMap<UserId, List<GuildId>> byUser = new ConcurrentHashMap<>();
    private final GuildStore store;

    Memberships(GuildStore store) {
        this.store = store;
    }

    List<GuildId> of(UserId user) {
        return byUser.computeIfAbsent(user, store::guildsOf);
    }

    void joined(UserId user, GuildId guild) {
        byUser.computeIfPresent(
                user,
                (_, guilds) -> guilds.contains(guild)
                        ? guilds
                        : Stream.concat(guilds.stream(), Stream.of(guild)).toList());
    }

    void left(UserId user, GuildId guild) {
        byUser.computeIfPresent(
                user,
                (_, guilds) -> guilds.stream().filter(it -> !it.equals(guild)).toList());
    }
}
