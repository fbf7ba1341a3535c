package chat.parley.media.net.loop;

import chat.parley.media.demux.Kind;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.stun.StunMessage;
import chat.parley.media.voice.Discovery;
import chat.parley.media.wire.Address;
import chat.parley.media.wire.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which loop owns whom. The kernel spreads datagrams over the sockets of a port by their addresses and knows
/// nothing of rooms; what came by the socket of another loop is passed on by what is written here: the address
/// that a participant has proved, or the name in its check, or the SSRC that a bot was given. For the addresses
/// the kernel is soon told better.
public final class Crossing {
    private record Claim(MediaLoop loop, long participant) {}

    private final Map<Address, Claim> byAddress = new ConcurrentHashMap<>();
    private final Map<String, MediaLoop> byFragment = new ConcurrentHashMap<>();
    private final Map<Integer, MediaLoop> bySsrc = new ConcurrentHashMap<>();
    private final Map<Integer, Address> asked = new ConcurrentHashMap<>();
    private final Steering steering = new Steering(this::astray);

    private Map<Address, MediaLoop> astray() {
        var all = new HashMap<Address, MediaLoop>();
        byAddress.forEach((address, claim) -> all.put(address, claim.loop));
        return all;
    }

    /// Checks that name this fragment belong to the loop.
    public void expect(String fragment, MediaLoop loop) {
        byFragment.put(fragment, loop);
    }

    /// Packets of a bot with this SSRC belong to the loop.
    public void expect(int ssrc, MediaLoop loop) {
        bySsrc.put(ssrc, loop);
    }

    public void forget(String fragment) {
        byFragment.remove(fragment);
    }

    public void forget(int ssrc) {
        var loop = bySsrc.remove(ssrc);
        var address = asked.remove(ssrc);
        if (loop != null && address != null) {
            byAddress.remove(address, new Claim(loop, 0));
            steering.changed(loop);
        }
    }

    /// A participant of this loop has left.
    void left(MediaLoop loop, long participant) {
        if (byAddress.values().removeIf(it -> it.participant == participant && it.loop.equals(loop))) {
            steering.changed(loop);
        }
    }

    /// An address at another loop's socket has turned out to be a participant's of this loop. Addresses that
    /// the loop's engine has forgotten meanwhile are forgotten here too.
    void claim(Address source, long participant, MediaLoop loop) {
        var known = byAddress.get(source);
        if (known != null && known.participant == participant && known.loop.equals(loop)) {
            return;
        }
        byAddress
                .entrySet()
                .removeIf(it -> it.getValue().participant == participant
                        && it.getValue().loop.equals(loop)
                        && !loop.owns(it.getKey(), participant));
        byAddress.put(source, new Claim(loop, participant));
        steering.changed(loop);
    }

    /// Whose the datagram is, or null when it is a stranger's. Nothing is allocated for packets of known
    /// addresses.
    @Nullable
    MediaLoop owner(byte[] bytes, int length, Address source) {
        var kind = Kind.of(bytes, 0, length);
        if (kind == Kind.STUN) {
            return checked(bytes, length, source);
        }
        var claim = byAddress.get(source);
        if (claim != null) {
            return claim.loop;
        }
        return kind == Kind.RTP && length >= RtpPacket.HEADER && !bySsrc.isEmpty()
                ? bySsrc.get(Bytes.i32(bytes, 8))
                : null;
    }

    /// A bot's next packets may be keep-alives, which name nobody: the address that asked last is taken for
    /// its.
    private @Nullable MediaLoop asked(int ssrc, Address source) {
        var loop = bySsrc.get(ssrc);
        if (loop != null) {
            var claim = new Claim(loop, 0);
            var before = asked.put(ssrc, source);
            if (before != null) {
                byAddress.remove(before, claim);
            }
            if (byAddress.putIfAbsent(source, claim) == null) {
                steering.changed(loop);
            }
        }
        return loop;
    }

    private @Nullable MediaLoop checked(byte[] bytes, int length, Address source) {
        if (Discovery.isRequest(bytes, 0, length)) {
            return asked(Discovery.ssrc(bytes, 0), source);
        }
        var check = StunMessage.read(bytes, 0, length);
        var name = check == null ? null : check.username();
        int colon = name == null ? -1 : name.indexOf(':');
        return name == null || colon < 0 ? null : byFragment.get(name.substring(0, colon));
    }
}
