package chat.parley.media;

import chat.parley.media.forward.AudioGate;
import chat.parley.media.forward.Floor;

/// Those who can hear each other, and the gate through which only the loudest pass.
final class Room {
    private static final int VOICES = 5;

    final String name;
    final AudioGate gate = new AudioGate(VOICES);
    final Floor floor = new Floor();
    int members;

    Room(String name) {
        this.name = name;
    }
}
