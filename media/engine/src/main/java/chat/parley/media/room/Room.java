package chat.parley.media.room;

/// Those who can hear each other, and the gate through which only the loudest pass: five, or three when more than
/// fifty people are there.
public final class Room {
    private static final int VOICES = 5;
    /// Each voice is a packet for everybody: a hundred open microphones cost 1.4 times as much with five.
    private static final int VOICES_OF_A_CROWD = 3;
    /// As many as a channel takes unless its settings say more.
    private static final int CROWD = 50;

    private final String name;
    private final AudioGate gate = new AudioGate(VOICES);
    private final Floor floor = new Floor();
    private int members;

    public Room(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public AudioGate gate() {
        return gate;
    }

    public Floor floor() {
        return floor;
    }

    public void enter() {
        count(members + 1);
    }

    /// @return true when nobody is left
    public boolean leave() {
        count(members - 1);
        return members == 0;
    }

    private void count(int now) {
        members = now;
        gate.limit(now > CROWD ? VOICES_OF_A_CROWD : VOICES);
    }

    /// A track is no more.
    public void ended(int track) {
        gate.leave(track);
        floor.leave(track);
    }
}
