package chat.parley.load.peer;

import chat.parley.load.peer.Receivers.Step;
import java.io.ByteArrayOutputStream;

/// MQTT 3.1.1 as far as a room needs it: no will, no user, no keep-alive, delivery at most once.
final class Mqtt {
    private Mqtt() {}

    static Step hello(String client) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 0});
        string(body, client);
        return new Step(packet(0x10, body), " \u0002");
    }

    static Step subscribe(String room) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 1});
        string(body, room);
        body.write(0);
        return new Step(packet(0x82, body), "\u0090");
    }

    static byte[] publish(String room, String text) {
        var body = new ByteArrayOutputStream();
        string(body, room);
        body.writeBytes(Brokers.latin(text));
        return packet(0x30, body);
    }

    private static void string(ByteArrayOutputStream body, String text) {
        body.write(text.length() >> 8);
        body.write(text.length());
        body.writeBytes(Brokers.latin(text));
    }

    static byte[] packet(int kind, ByteArrayOutputStream body) {
        var packet = new ByteArrayOutputStream();
        packet.write(kind);
        int rest = body.size();
        do {
            packet.write(rest >= 128 ? (rest % 128) | 128 : rest);
            rest /= 128;
        } while (rest > 0);
        packet.writeBytes(body.toByteArray());
        return packet.toByteArray();
    }
}
