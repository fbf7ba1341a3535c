package chat.parley.load.profile;

import java.util.List;

/// What a sample was taken in. The frame on top decides, and where that is the JDK's, the first one below that is not.
enum Layer {
    KERNEL("kernel: sockets and files"),
    JSON("JSON and shapes"),
    SQL("SQL and its driver"),
    SEARCH("Lucene"),
    CRYPTO("cryptography"),
    HTTP("HTTP edge"),
    FANOUT("gateway and fan-out"),
    MEDIA("media engine"),
    NETTY("Netty"),
    FEATURES("features"),
    JDK("JDK alone: scheduling, waiting"),
    OTHER("other libraries");

    final String title;

    Layer(String title) {
        this.title = title;
    }

    private record Place(String prefix, Layer layer) {}

    private static final List<Place> NATIVE = List.of(
            new Place("io.netty.channel.epoll.Native", KERNEL),
            new Place("io.netty.channel.epoll.LinuxSocket", KERNEL),
            new Place("io.netty.channel.unix.", KERNEL),
            new Place("sun.nio.ch.", KERNEL),
            new Place("java.io.FileDescriptor", KERNEL),
            new Place("java.net.", KERNEL),
            new Place("sun.security.", CRYPTO),
            new Place("com.sun.crypto.", CRYPTO),
            new Place("javax.crypto.", CRYPTO));

    /// Above others that they are part of.
    private static final List<Place> PLACES = List.of(
            new Place("chat.parley.base.json.", JSON),
            new Place("chat.parley.edge.discord.shape.", JSON),
            new Place("tools.jackson.", JSON),
            new Place("com.fasterxml.", JSON),
            new Place("chat.parley.base.sql.", SQL),
            new Place("org.postgresql.", SQL),
            new Place("com.zaxxer.", SQL),
            new Place("org.apache.lucene.", SEARCH),
            new Place("org.bouncycastle.", CRYPTO),
            new Place("chat.parley.media.srtp.", CRYPTO),
            new Place("chat.parley.auth.", CRYPTO),
            new Place("chat.parley.media.net.udp.", KERNEL),
            new Place("chat.parley.media.", MEDIA),
            new Place("chat.parley.edge.discord.gateway.", FANOUT),
            new Place("chat.parley.edge.", HTTP),
            new Place("io.netty.handler.codec.http.", HTTP),
            new Place("io.netty.", NETTY),
            new Place("chat.parley.", FEATURES));

    /// @param methods `class.method`, the innermost first
    static Layer of(List<String> methods) {
        for (var method : methods) {
            var layer = find(NATIVE, method);
            layer = layer == OTHER ? find(PLACES, method) : layer;
            if (layer != OTHER) {
                return layer;
            }
            if (!ofJdk(method)) {
                return OTHER;
            }
        }
        return JDK;
    }

    private static Layer find(List<Place> places, String method) {
        for (var place : places) {
            if (method.startsWith(place.prefix)) {
                return place.layer;
            }
        }
        return OTHER;
    }

    private static boolean ofJdk(String method) {
        return method.startsWith("java.") || method.startsWith("jdk.") || method.startsWith("sun.");
    }
}
