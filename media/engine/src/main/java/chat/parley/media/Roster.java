package chat.parley.media;

import chat.parley.media.path.Path;
import chat.parley.media.room.Room;
import chat.parley.media.wire.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is here, found by id, by the user fragment of a check, or by the address of a datagram.
final class Roster {
    private final Map<Long, Participant> byId = new HashMap<>();
    private final List<Participant> all = new ArrayList<>();
    private final Map<String, Participant> byFragment = new HashMap<>();
    private final Map<Integer, Participant> bots = new HashMap<>();
    private final Map<Address, Participant> byAddress = new HashMap<>();
    private final Map<String, Room> rooms = new HashMap<>();

    Room room(String name) {
        return rooms.computeIfAbsent(name, Room::new);
    }

    Participant add(Participant participant) {
        byId.put(participant.id, participant);
        all.add(participant);
        switch (participant.path) {
            case Path.Checked it -> byFragment.put(it.ice().credentials().fragment(), participant);
            case Path.Direct it -> bots.put(it.ssrc(), participant);
        }
        participant.room.enter();
        return participant;
    }

    void remove(Participant participant) {
        byId.remove(participant.id);
        all.remove(participant);
        switch (participant.path) {
            case Path.Checked it -> byFragment.remove(it.ice().credentials().fragment());
            case Path.Direct it -> bots.remove(it.ssrc());
        }
        byAddress.values().removeIf(it -> it == participant);
        if (participant.room.leave()) {
            rooms.remove(participant.room.name());
        }
        participant.close();
    }

    List<Participant> all() {
        return all;
    }

    @Nullable
    Participant find(long id) {
        return byId.get(id);
    }

    Participant of(long id) {
        var participant = byId.get(id);
        if (participant == null) {
            throw new IllegalArgumentException("no participant " + id);
        }
        return participant;
    }

    /// @param username the server's fragment, a colon, the peer's fragment
    @Nullable
    Participant named(@Nullable String username) {
        int colon = username == null ? -1 : username.indexOf(':');
        return username == null || colon < 0 ? null : byFragment.get(username.substring(0, colon));
    }

    /// The bot that was given this SSRC.
    @Nullable
    Participant bot(int ssrc) {
        return bots.isEmpty() ? null : bots.get(ssrc);
    }

    @Nullable
    Participant at(Address source) {
        return byAddress.get(source);
    }

    /// The address has proved the password. Paths that ICE forgot are forgotten here too, so there are never more
    /// than a few each.
    void moved(Participant participant, Address source) {
        participant.moved();
        if (byAddress.put(source, participant) != participant) {
            byAddress.entrySet().removeIf(it -> it.getValue() == participant && !participant.path.knows(it.getKey()));
        }
    }
}
