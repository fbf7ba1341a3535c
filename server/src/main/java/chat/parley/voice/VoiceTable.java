package chat.parley.voice;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Where everybody is: the sum of all events so far. Readers take no lock; events of one guild are applied one
/// after the other.
final class VoiceTable {
    private final ConcurrentHashMap<GuildId, Map<UserId, VoiceState>> guilds = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UserId, Set<GuildId>> places = new ConcurrentHashMap<>();

    void apply(VoiceEvent.Changed event) {
        var user = event.either().user();
        guilds.compute(event.guild(), (_, before) -> {
            var next = new LinkedHashMap<UserId, VoiceState>(before == null ? Map.of() : before);
            if (event.after() == null) {
                next.remove(user);
            } else {
                next.put(user, event.after());
            }
            return next.isEmpty() ? null : next;
        });
        places.compute(user, (_, before) -> {
            var next = before == null ? ConcurrentHashMap.<GuildId>newKeySet() : before;
            if (event.after() == null) {
                next.remove(event.guild());
            } else {
                next.add(event.guild());
            }
            return next.isEmpty() ? null : next;
        });
    }

    Collection<VoiceState> in(GuildId guild) {
        return guilds.getOrDefault(guild, Map.of()).values();
    }

    List<VoiceState> in(GuildId guild, ChannelId channel) {
        return in(guild).stream().filter(it -> it.channel().equals(channel)).toList();
    }

    @Nullable
    VoiceState of(GuildId guild, UserId user) {
        return guilds.getOrDefault(guild, Map.of()).get(user);
    }

    List<GuildId> placesOf(UserId user) {
        return List.copyOf(places.getOrDefault(user, Set.of()));
    }

    /// All that there are.
    List<VoiceState> all() {
        return guilds.values().stream().flatMap(it -> it.values().stream()).toList();
    }
}
