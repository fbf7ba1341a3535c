package chat.parley.voice.trial;

import chat.parley.config.Config;
import chat.parley.config.Keys;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;

/// The addresses under which clients are told to reach the media port.
public final class Advertised {
    private Advertised() {}

    /// What the operator says; else the bound address, or those of this machine.
    ///
    /// @throws IOException when one is no address and no name of one
    public static List<InetAddress> of(Config config) throws IOException {
        var host = InetAddress.getByName(config.of(Keys.HOST));
        var addresses = new ArrayList<InetAddress>();
        for (var it : config.of(Keys.MEDIA_ADDRESSES)) {
            addresses.add(InetAddress.getByName(it));
        }
        if (addresses.isEmpty() && !host.isAnyLocalAddress()) {
            addresses.add(host);
        }
        if (addresses.isEmpty()) {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(it -> it instanceof Inet4Address && !it.isLinkLocalAddress())
                    .forEach(addresses::add);
        }
        return addresses;
    }

    /// Whether the address means something only within one network: this machine's, a home's, a provider's.
    public static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                // RFC 6598, between providers and their customers, and RFC 4193.
                || (address instanceof Inet4Address && bytes[0] == 100 && (bytes[1] & 0xc0) == 64)
                || (address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc);
    }

    /// Whether this machine has the address itself, rather than a router before it.
    public static boolean isOwn(InetAddress address) throws IOException {
        return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    }
}
