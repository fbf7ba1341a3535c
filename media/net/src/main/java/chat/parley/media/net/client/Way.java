package chat.parley.media.net.client;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Carries STUN messages to one server and back, by datagrams or framed in a TCP connection. Waits.
sealed interface Way extends AutoCloseable {
    int BYTES = 2_048;
    int WAIT_MS = 2_000;
    int REPEAT_MS = 250;
    int REFUSED_MAX = 3;

    static Way udp(InetSocketAddress server) throws IOException {
        var socket = new DatagramSocket();
        try {
            socket.connect(server);
            return new Datagrams(socket);
        } catch (IOException | RuntimeException unreachable) {
            socket.close();
            throw new IOException("there is no way to " + server.getHostString(), unreachable);
        }
    }

    /// @param framed with its length in front of each message (RFC 4571), as ICE-TCP has it and TURN has not
    static Way tcp(InetSocketAddress server, boolean framed) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(server, WAIT_MS);
            socket.setSoTimeout(WAIT_MS);
            return new Stream(socket, new DataInputStream(socket.getInputStream()), framed);
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    /// @return the first message that fits
    /// @throws IOException when none comes
    byte[] ask(byte[] message, Predicate<byte[]> fits) throws IOException;

    @Override
    void close() throws IOException;

    record Datagrams(DatagramSocket socket) implements Way {
        @Override
        public byte[] ask(byte[] message, Predicate<byte[]> fits) throws IOException {
            var end = System.nanoTime() + WAIT_MS * 1_000_000L;
            int refused = 0;
            while (System.nanoTime() < end) {
                try {
                    socket.send(new DatagramPacket(message, message.length));
                    byte[] answer = next(fits);
                    if (answer.length > 0) {
                        return answer;
                    }
                } catch (PortUnreachableException closed) {
                    // The first check opens the server, whose port changes hands for some milliseconds.
                    if (++refused == REFUSED_MAX) {
                        throw new IOException("nobody listens there", closed);
                    }
                    LockSupport.parkNanos(REPEAT_MS * 1_000_000L);
                }
            }
            throw new SocketTimeoutException("nothing answers");
        }

        private byte[] next(Predicate<byte[]> fits) throws IOException {
            var datagram = new DatagramPacket(new byte[BYTES], BYTES);
            socket.setSoTimeout(REPEAT_MS);
            try {
                while (true) {
                    datagram.setLength(BYTES);
                    socket.receive(datagram);
                    byte[] read = Arrays.copyOf(datagram.getData(), datagram.getLength());
                    if (fits.test(read)) {
                        return read;
                    }
                }
            } catch (SocketTimeoutException nothing) {
                return new byte[0];
            }
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    record Stream(Socket socket, DataInputStream in, boolean framed) implements Way {
        @Override
        public byte[] ask(byte[] message, Predicate<byte[]> fits) throws IOException {
            var out = new DataOutputStream(socket.getOutputStream());
            if (framed) {
                out.writeShort(message.length);
            }
            out.write(message);
            out.flush();
            while (true) {
                byte[] read = framed ? in.readNBytes(in.readUnsignedShort()) : message(in);
                if (fits.test(read)) {
                    return read;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /// A STUN message says itself how long it is.
    static byte[] message(InputStream in) throws IOException {
        byte[] head = in.readNBytes(20);
        if (head.length < 20) {
            throw new IOException("the connection ended");
        }
        int length = ((head[2] & 0xff) << 8) | (head[3] & 0xff);
        byte[] whole = Arrays.copyOf(head, head.length + length);
        if (in.readNBytes(whole, head.length, length) < length) {
            throw new IOException("the connection ended");
        }
        return whole;
    }
}
