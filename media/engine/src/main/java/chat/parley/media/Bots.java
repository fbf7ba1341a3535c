package chat.parley.media;

import chat.parley.media.codec.Codec;
import chat.parley.media.path.Path;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.voice.Discovery;
import chat.parley.media.wire.Address;
import chat.parley.media.wire.Bytes;
import java.util.Queue;

/// What is different for bots, who come by Discord's voice protocol: they have no ICE but a discovery, and
/// another payload type for Opus.
final class Bots {
    /// Of Opus, as Discord's clients expect it.
    static final int PAYLOAD_TYPE = 0x78;
    /// JDA keeps its NAT open with nine bytes, discord.js with eight, and expects them back.
    private static final int KEEP_ALIVE_MAX = 16;

    private final Roster roster;
    private final Outbox outbox;
    private final Incoming incoming;
    private final Queue<Output.Event> events;

    Bots(Roster roster, Outbox outbox, Incoming incoming, Queue<Output.Event> events) {
        this.roster = roster;
        this.outbox = outbox;
        this.incoming = incoming;
        this.events = events;
    }

    /// @return false when it was no discovery of one of our bots
    boolean discovered(byte[] datagram, int at, int length, Address source) {
        var bot = Discovery.isRequest(datagram, at, length) ? roster.bot(Discovery.ssrc(datagram, at)) : null;
        if (bot == null || !(bot.path instanceof Path.Direct path)) {
            return false;
        }
        outbox.send(Discovery.answer(path.ssrc(), source), source);
        path.asked(source);
        settle(bot, path);
        return true;
    }

    /// The gateway connection told the address.
    void told(Participant bot, Address address) {
        if (bot.path instanceof Path.Direct path) {
            path.told(address);
            settle(bot, path);
        }
    }

    private void settle(Participant bot, Path.Direct path) {
        var address = path.agreed();
        if (address != null) {
            prove(bot, path, address);
        }
    }

    private void prove(Participant bot, Path.Direct path, Address source) {
        boolean first = path.chosen() == null;
        path.prove(source);
        roster.moved(bot, source);
        if (first) {
            events.add(new Output.Event.Reached(bot.id));
        }
    }

    /// A media packet from an address that is nobody's: a bot that did not ask, or whose NAT has given it another
    /// port. An authentic packet proves the address.
    ///
    /// @return false when it was none
    boolean roamed(byte[] datagram, int at, int length, Address source, long nowNanos) {
        var bot = length < RtpPacket.HEADER ? null : roster.bot(Bytes.i32(datagram, at + 8));
        if (bot == null || !(bot.path instanceof Path.Direct path) || bot.in == null) {
            return false;
        }
        if (incoming.rtp(bot, datagram, at, length, nowNanos)) {
            prove(bot, path, source);
        }
        return true;
    }

    /// @return false when it was none
    boolean kept(byte[] datagram, int at, int length, Address source) {
        var peer = length > KEEP_ALIVE_MAX ? null : roster.at(source);
        if (peer == null || !peer.isBot()) {
            return false;
        }
        System.arraycopy(datagram, at, outbox.page, 0, length);
        outbox.send(outbox.page, length, source);
        return true;
    }

    /// Lets a bot's packet look as if a browser had sent it.
    static void translate(byte[] bytes, int at) {
        if ((bytes[at + 1] & 0x7f) == PAYLOAD_TYPE) {
            bytes[at + 1] = (byte) ((bytes[at + 1] & 0x80) | Codec.OPUS.payloadType);
        }
    }
}
