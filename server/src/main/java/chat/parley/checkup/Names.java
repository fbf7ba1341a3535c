package chat.parley.checkup;

import chat.parley.config.Config;
import chat.parley.voice.trial.Advertised;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares the addresses that calls are sent to with the one that people open.
final class Names {
    private static final String SUBJECT = "media addresses";

    private final Config config;

    Names(Config config) {
        this.config = config;
    }

    Stream<Finding> look(List<InetAddress> told) {
        String addresses = told.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        boolean shut = told.stream().allMatch(Advertised::isPrivate);
        String url = config.publicUrl();
        if (told.isEmpty()) {
            return Stream.of();
        }
        if (url.isEmpty()) {
            return Stream.of(
                    shut
                            ? Finding.advice(
                                    SUBJECT,
                                    "only private ones: " + addresses,
                                    "People in this network can talk. For others put the public address in front: "
                                            + "media_addresses = PUBLIC-ADDRESS, " + addresses)
                            : Finding.good(SUBJECT, addresses));
        }
        return Stream.of(against(URI.create(url).getHost(), told, addresses, shut));
    }

    private static Finding against(String name, List<InetAddress> told, String addresses, boolean shut) {
        InetAddress[] opened;
        try {
            opened = InetAddress.getAllByName(name);
        } catch (UnknownHostException unknown) {
            return Finding.bad(
                    SUBJECT, name + " has no address", "Make a DNS record for it, or correct domain or public_url.");
        }
        boolean anyPublic = Stream.of(opened).anyMatch(it -> !Advertised.isPrivate(it));
        boolean same = Stream.of(opened).anyMatch(told::contains);
        String seen = name + " is " + opened[0].getHostAddress() + ", calls go to " + addresses;
        if (anyPublic && shut) {
            return Finding.bad(
                    SUBJECT,
                    seen,
                    "People elsewhere are sent to a private address and hear nothing. Set media_addresses = "
                            + opened[0].getHostAddress() + ", " + addresses);
        }
        return same
                ? Finding.good(SUBJECT, seen)
                : Finding.advice(
                        SUBJECT,
                        seen,
                        "That is right when a proxy stands in front of the page; if none does, correct it.");
    }
}
