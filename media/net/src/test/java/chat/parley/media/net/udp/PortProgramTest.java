package chat.parley.media.net.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The program, run by a small machine of the test's own.
final class PortProgramTest {
    private static final int KERNELS_MAX = 4_096;

    @Test
    void known_ports_get_their_socket_and_others_none_by_both_versions_of_ip() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var sockets = new TreeMap<Integer, Integer>();
            for (int i = random.nextInt(0, 60); i > 0; i--) {
                sockets.put(random.nextInt(0x10000), random.nextInt(16));
            }
            byte[] program = PortProgram.of(sockets);
            for (var it : sockets.entrySet()) {
                int port = it.getKey();
                assertEquals(it.getValue(), run(program, header(4, port)));
                assertEquals(it.getValue(), run(program, header(6, port)));
                for (int other : new int[] {port - 1 & 0xffff, port + 1 & 0xffff, random.nextInt(0x10000)}) {
                    assertEquals(sockets.getOrDefault(other, PortProgram.NO_SOCKET), run(program, header(4, other)));
                }
            }
            assertEquals(sockets.getOrDefault(9, PortProgram.NO_SOCKET), run(program, header(4, 9)));
        }
    }

    @Test
    void as_many_as_are_allowed_are_taken_by_the_kernel() throws IOException {
        var sockets = new TreeMap<Integer, Integer>();
        for (int i = 0; i < PortProgram.PORTS_MAX; i++) {
            sockets.put(60_000 - 50 * i, i % 3);
        }
        byte[] program = PortProgram.of(sockets);
        assertTrue(program.length / PortProgram.INSTRUCTION_BYTES <= KERNELS_MAX);
        var sharing = UdpSockets.open(InetAddress.getLoopbackAddress(), 0, 3);
        for (var socket : sharing) {
            assertEquals(UdpSockets.linux(), socket.steer(program));
            socket.close();
        }
        sockets.forEach((port, socket) -> assertEquals(socket, run(program, header(6, port))));
        sockets.put(1, 1);
        assertThrows(IllegalArgumentException.class, () -> PortProgram.of(sockets));
    }

    private static byte[] header(int version, int port) {
        var header = ByteBuffer.allocate(60);
        header.put(0, (byte) (version << 4 | 5));
        header.putShort(version == 4 ? 20 : 40, (short) port);
        return header.array();
    }

    private static int run(byte[] program, byte[] header) {
        var code = ByteBuffer.wrap(program).order(ByteOrder.nativeOrder());
        var packet = ByteBuffer.wrap(header);
        int value = 0;
        int at = 0;
        while (true) {
            int from = PortProgram.INSTRUCTION_BYTES * at++;
            int whenTrue = code.get(from + 2) & 0xff;
            int whenFalse = code.get(from + 3) & 0xff;
            int constant = code.getInt(from + 4);
            switch (code.getShort(from)) {
                case PortProgram.LOAD_BYTE -> value = packet.get(constant - PortProgram.NETWORK) & 0xff;
                case PortProgram.LOAD_HALF -> value = packet.getShort(constant - PortProgram.NETWORK) & 0xffff;
                case PortProgram.SHIFT_RIGHT -> value >>>= constant;
                case PortProgram.JUMP -> at += constant;
                case PortProgram.JUMP_EQUAL -> at += value == constant ? whenTrue : whenFalse;
                case PortProgram.JUMP_NOT_BELOW -> at += value >= constant ? whenTrue : whenFalse;
                case PortProgram.RETURN -> {
                    return constant;
                }
                default -> throw new AssertionError("no such instruction");
            }
        }
    }
}
