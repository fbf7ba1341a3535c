package chat.parley.media.room;

/// Those who can hear each other, and the gate through which only the loudest pass.
public final class Room {
    private static final int VOICES = 5;

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
        members++;
    }

    /// @return true when nobody is left
    public boolean leave() {
        return --members == 0;
    }

    /// A track is no more.
    public void ended(int track) {
        gate.leave(track);
        floor.leave(track);
    }
}
