package chat.parley.media.net.udp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// A program for the kernel (classic BPF, `SO_ATTACH_REUSEPORT_CBPF` of socket(7)) that says by the port which a
/// datagram comes from which of several sockets gets it. Ports that it does not know are answered with a socket that
/// does not exist: then the kernel spreads by its hash, as without a program.
public final class PortProgram {
    /// The kernel takes 4,096 instructions, and a port needs five.
    public static final int PORTS_MAX = 800;

    /// Of `struct sock_filter`.
    static final int INSTRUCTION_BYTES = 8;

    static final int NO_SOCKET = -1;

    static final int LOAD_BYTE = 0x30;
    static final int LOAD_HALF = 0x28;
    static final int SHIFT_RIGHT = 0x74;
    static final int JUMP = 0x05;
    static final int JUMP_EQUAL = 0x15;
    static final int JUMP_NOT_BELOW = 0x35;
    static final int RETURN = 0x06;

    /// `SKF_NET_OFF`: offsets from here on count from the IP header.
    static final int NETWORK = -0x100000;

    private static final int HEADER_V4 = 20;
    private static final int HEADER_V6 = 40;

    private final ByteArrayOutputStream code = new ByteArrayOutputStream();

    private PortProgram() {}

    /// @param sockets by port, at most [#PORTS_MAX]; counted in the order in which they were bound
    /// @return the instructions, as `struct sock_filter` has them
    public static byte[] of(SortedMap<Integer, Integer> sockets) {
        if (sockets.size() > PORTS_MAX) {
            throw new IllegalArgumentException(sockets.size() + " ports are too many");
        }
        var program = new PortProgram();
        program.loadPort();
        program.code.writeBytes(choice(List.copyOf(sockets.entrySet())));
        return program.code.toByteArray();
    }

    /// Headers with options are not looked for: their ports are unknown ones.
    private void loadPort() {
        add(LOAD_BYTE, 0, 0, NETWORK);
        add(SHIFT_RIGHT, 0, 0, 4);
        add(JUMP_EQUAL, 0, 2, 6);
        add(LOAD_HALF, 0, 0, NETWORK + HEADER_V6);
        add(JUMP, 0, 0, 1);
        add(LOAD_HALF, 0, 0, NETWORK + HEADER_V4);
    }

    /// By halves. Only the plain jump reaches further than 255 instructions.
    private static byte[] choice(List<Map.Entry<Integer, Integer>> ports) {
        var program = new PortProgram();
        if (ports.size() > 1) {
            int middle = ports.size() / 2;
            byte[] below = choice(ports.subList(0, middle));
            program.add(JUMP_NOT_BELOW, 0, 1, ports.get(middle).getKey());
            program.add(JUMP, 0, 0, below.length / INSTRUCTION_BYTES);
            program.code.writeBytes(below);
            program.code.writeBytes(choice(ports.subList(middle, ports.size())));
        } else {
            for (var only : ports) {
                program.add(JUMP_EQUAL, 0, 1, only.getKey());
                program.add(RETURN, 0, 0, only.getValue());
            }
            program.add(RETURN, 0, 0, NO_SOCKET);
        }
        return program.code.toByteArray();
    }

    private void add(int operation, int whenTrue, int whenFalse, int constant) {
        code.writeBytes(ByteBuffer.allocate(INSTRUCTION_BYTES)
                .order(ByteOrder.nativeOrder())
                .putShort((short) operation)
                .put((byte) whenTrue)
                .put((byte) whenFalse)
                .putInt(constant)
                .array());
    }
}
