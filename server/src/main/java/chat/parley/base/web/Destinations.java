package chat.parley.base.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// Which addresses may be called: what is public, and what the operator named besides.
///
/// @param allowed private networks that may be called in spite of the rule
public record Destinations(List<Network> allowed) {
    public static final Destinations PUBLIC_ONLY = new Destinations(List.of());

    /// The IANA registry of special-purpose addresses, without what is globally reachable.
    private static final List<Network> SPECIAL_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /// Of IPv6 only global unicast is public; of that not what stands for an IPv4 address (Teredo, 6to4) and not what
    /// is for documents.
    private static final Network GLOBAL_V6 = Network.of("2000::/3");

    private static final List<Network> SPECIAL_V6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// @param allowed networks as the operator wrote them
    public static Destinations with(List<String> allowed) {
        return new Destinations(allowed.stream().map(Network::of).toList());
    }

    public boolean permit(InetAddress address) {
        return isPublic(address) || allowed.stream().anyMatch(it -> it.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return SPECIAL_V4.stream().noneMatch(it -> it.contains(address));
        }
        return GLOBAL_V6.contains(address) && SPECIAL_V6.stream().noneMatch(it -> it.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
