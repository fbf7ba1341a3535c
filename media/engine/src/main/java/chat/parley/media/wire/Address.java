package chat.parley.media.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Where a datagram came from or goes to. The two halves are those of an IPv6 address; IPv4 is kept as
/// `::ffff:a.b.c.d`.
///
/// @param stream true when the datagrams travel inside a TCP connection (RFC 4571)
public record Address(long high, long low, int port, boolean stream) {
    private static final long MAPPED = 0xffff_0000_0000L;

    public Address {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    public static Address v4(int address, int port) {
        return new Address(0, MAPPED | (address & 0xffff_ffffL), port, false);
    }

    public static Address v6(long high, long low, int port) {
        return new Address(high, low, port, false);
    }

    public static Address of(InetAddress host, int port) {
        byte[] bytes = host.getAddress();
        return bytes.length == 4 ? v4(Bytes.i32(bytes, 0), port) : v6(Bytes.i64(bytes, 0), Bytes.i64(bytes, 8), port);
    }

    public Address overStream() {
        return new Address(high, low, port, true);
    }

    public boolean isV4() {
        return high == 0 && low >>> 32 == 0xffff;
    }

    public int v4() {
        return (int) low;
    }

    public InetAddress host() {
        byte[] bytes = new byte[isV4() ? 4 : 16];
        if (isV4()) {
            Bytes.put32(bytes, 0, low);
        } else {
            Bytes.put64(bytes, 0, high);
            Bytes.put64(bytes, 8, low);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public String toString() {
        var name = host().getHostAddress();
        return (isV4() ? name : "[" + name + "]") + ":" + port + (stream ? "/tcp" : "");
    }
}
