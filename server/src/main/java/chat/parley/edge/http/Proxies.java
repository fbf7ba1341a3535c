package chat.parley.edge.http;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Tells a caller's address: the peer's own, unless the peer is a trusted proxy; then the last address of
/// `X-Forwarded-For` that is not a trusted proxy itself. Whatever stands left of it was written by the
/// caller.
final class Proxies {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<Network> trusted;

    /// @throws IllegalArgumentException when an entry is neither an address nor a network
    Proxies(List<String> trusted) {
        this.trusted = trusted.stream().map(Network::of).toList();
    }

    String caller(SocketAddress peer, HttpHeaders headers) {
        if (!(peer instanceof InetSocketAddress inet)) {
            return "127.0.0.1";
        }
        var address = inet.getAddress();
        if (!isTrusted(address)) {
            return address.getHostAddress();
        }
        var hops = String.join(",", headers.getAll(FORWARDED_FOR)).split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            var bytes = NetUtil.createByteArrayFromIpAddressString(hops[i].strip());
            if (bytes == null) {
                break;
            }
            address = of(bytes);
            if (!isTrusted(address)) {
                break;
            }
        }
        return address.getHostAddress();
    }

    private boolean isTrusted(InetAddress address) {
        for (var network : trusted) {
            if (network.holds(address.getAddress())) {
                return true;
            }
        }
        return false;
    }

    private static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalArgumentException(wrongLength);
        }
    }

    private record Network(byte[] address, int bits) {
        static Network of(String text) {
            int slash = text.indexOf('/');
            var bytes =
                    NetUtil.createByteArrayFromIpAddressString((slash < 0 ? text : text.substring(0, slash)).strip());
            if (bytes == null) {
                throw new IllegalArgumentException("No IP address or network: " + text);
            }
            // An IPv4 address that is written as IPv6 is the same peer.
            var shortest = Proxies.of(bytes).getAddress();
            int bits = slash < 0
                    ? shortest.length * 8
                    : Integer.parseInt(text.substring(slash + 1).strip());
            if (bits < 0 || bits > shortest.length * 8) {
                throw new IllegalArgumentException("No IP network: " + text);
            }
            return new Network(shortest, bits);
        }

        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if ((other[bit >> 3] & mask) != (address[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
