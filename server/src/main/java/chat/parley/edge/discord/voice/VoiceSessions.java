package chat.parley.edge.discord.voice;

import chat.parley.base.id.GuildId;
import chat.parley.voice.room.Rooms;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The sessions that can be resumed, by what a client shows to do so.
final class VoiceSessions {
    private final ConcurrentHashMap<Key, VoiceSession> all = new ConcurrentHashMap<>();

    record Key(GuildId guild, String session, String token) {
        static Key of(Rooms.Pass pass) {
            return new Key(pass.guild(), pass.session(), pass.token());
        }
    }

    /// Takes the place of an earlier one with the same pass.
    void add(Rooms.Pass pass, VoiceSession session) {
        all.put(Key.of(pass), session);
    }

    @Nullable
    VoiceSession find(Key key) {
        return all.get(key);
    }

    void remove(Rooms.Pass pass, VoiceSession session) {
        all.remove(Key.of(pass), session);
    }

    int size() {
        return all.size();
    }
}
