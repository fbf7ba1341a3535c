package chat.parley.base.web;

import chat.parley.base.web.Unreachable.Why;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// An HTTP/1.1 client for addresses that must not be trusted; blocks, so call it on a virtual thread. One
/// connection for each call, no cookies, no credentials, no compression, a bound for bytes and for time.
///
/// The JDK's own client resolves names itself, a second time after any check of ours; a name whose answer changes in
/// between would lead it anywhere (DNS rebinding). So this one connects sockets by itself.
public final class GuardedClient implements AutoCloseable {
    private static final int PORT_HTTP = 80;
    private static final int PORT_HTTPS = 443;
    /// Below are mail, name and file servers, which would take a request for something else.
    private static final int PORT_FREE_MIN = 1_024;

    private final Destinations destinations;
    private final Resolver resolver;
    private final SSLSocketFactory tls;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("web-deadlines").factory());

    /// Turns a name into addresses.
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    public GuardedClient(Destinations destinations) {
        this(destinations, InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    public GuardedClient(Destinations destinations, Resolver resolver, SSLSocketFactory tls) {
        this.destinations = destinations;
        this.resolver = resolver;
        this.tls = tls;
    }

    /// @throws Unreachable when there is no answer
    public WebAnswer call(WebCall call) {
        long deadline = System.nanoTime() + call.patience().toNanos();
        var next = call;
        for (int hop = 0; ; hop++) {
            var answer = once(next, deadline);
            String location = answer.header("location");
            boolean redirected = answer.status() >= 300 && answer.status() < 400;
            if (location == null
                    || !redirected
                    || hop >= call.redirects()
                    || !call.method().equals("GET")) {
                return answer;
            }
            next = next.at(resolved(next.address(), location));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private WebAnswer once(WebCall call, long deadline) {
        var target = Target.of(call.address());
        var address = permitted(target);
        try (var socket = new Socket()) {
            var alarm = clock.schedule(() -> close(socket), left(deadline), TimeUnit.NANOSECONDS);
            try {
                socket.connect(new InetSocketAddress(address, target.port()), ms(deadline));
                socket.setSoTimeout(ms(deadline));
                var secured = target.secure() ? secured(socket, target) : socket;
                Exchange.write(secured.getOutputStream(), call, target.authority());
                return Exchange.read(new BufferedInputStream(secured.getInputStream()), call);
            } finally {
                alarm.cancel(false);
            }
        } catch (SocketTimeoutException slow) {
            throw new Unreachable(Why.TOO_SLOW, "No answer in time", slow);
        } catch (IOException broken) {
            boolean late = left(deadline) <= 0;
            throw new Unreachable(
                    late ? Why.TOO_SLOW : Why.NOBODY, late ? "No answer in time" : "No connection", broken);
        }
    }

    private Socket secured(Socket socket, Target target) throws IOException {
        var secured = (SSLSocket) tls.createSocket(socket, target.host(), target.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /// One of several addresses being private is reason enough to refuse them all.
    private InetAddress permitted(Target target) {
        try {
            var addresses = resolver.addresses(target.bareHost());
            for (var address : addresses) {
                if (!destinations.permit(address)) {
                    throw new Unreachable(Why.FORBIDDEN, "The address is not public");
                }
            }
            if (addresses.length > 0) {
                return addresses[0];
            }
        } catch (UnknownHostException unknown) {
            throw new Unreachable(Why.NOBODY, "No such host", unknown);
        }
        throw new Unreachable(Why.NOBODY, "No such host");
    }

    private static URI resolved(URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException notAnAddress) {
            throw new Unreachable(Why.NO_HTTP, "Redirected to no address", notAnAddress);
        }
    }

    private static long left(long deadline) {
        return deadline - System.nanoTime();
    }

    private static int ms(long deadline) {
        return Math.clamp(TimeUnit.NANOSECONDS.toMillis(left(deadline)), 1, Integer.MAX_VALUE);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new IllegalStateException("Closing a socket", gone);
        }
    }

    /// @param host as in the address, an IPv6 one in brackets
    private record Target(String host, int port, boolean secure) {
        static Target of(URI address) {
            String scheme = String.valueOf(address.getScheme());
            boolean secure = "https".equalsIgnoreCase(scheme);
            String host = address.getHost();
            if (host == null || address.getRawUserInfo() != null || !(secure || "http".equalsIgnoreCase(scheme))) {
                throw new Unreachable(Why.FORBIDDEN, "No address of the web");
            }
            int usual = secure ? PORT_HTTPS : PORT_HTTP;
            int port = address.getPort() == -1 ? usual : address.getPort();
            if (port != PORT_HTTP && port != PORT_HTTPS && port < PORT_FREE_MIN) {
                throw new Unreachable(Why.FORBIDDEN, "The port is not for the web");
            }
            return new Target(host, port, secure);
        }

        String bareHost() {
            return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        }

        String authority() {
            return port == (secure ? PORT_HTTPS : PORT_HTTP) ? host : host + ":" + port;
        }
    }
}
