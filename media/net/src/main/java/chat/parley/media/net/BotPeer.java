package chat.parley.media.net;

import chat.parley.media.Engine;
import chat.parley.media.Tap;
import chat.parley.media.codec.Codec;
import chat.parley.media.voice.VoiceMode;
import chat.parley.media.wire.Address;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bot in a room, by the UDP half of Discord's voice protocol. READY names [#ssrc] and the media port, the bot
/// asks there for its address, SELECT_PROTOCOL brings it to [#select], whose key SESSION_DESCRIPTION tells.
/// `Connected` follows when the address is proved. It publishes one track from the beginning, mid "0", and can
/// subscribe to audio only.
///
/// It lives as long as its gateway connection: nothing but `leave` ends it.
public final class BotPeer implements Peer {
    private static final Published VOICE = new Published(Engine.BOT_MID, Source.MICROPHONE, Codec.OPUS, 1);

    private final Member member;
    private final SecureRandom random;
    private final int ssrc;
    private volatile String mode = "";

    BotPeer(Member member, SecureRandom random) {
        this.member = member;
        this.random = random;
        member.join(this);
        ssrc = member.ssrc();
    }

    /// Under which the bot has to send.
    public int ssrc() {
        return ssrc;
    }

    /// @param address what the discovery told the bot
    /// @return a new session key of 32 bytes
    public byte[] select(InetSocketAddress address, VoiceMode mode) {
        byte[] key = new byte[VoiceMode.KEY_BYTES];
        random.nextBytes(key);
        this.mode = mode.label();
        var told = Address.of(address.getAddress(), address.getPort());
        member.tell(engine -> engine.select(member.engineId(), told, mode, key));
        return key;
    }

    /// From now on the bot gets this track of another in the same room.
    ///
    /// @return the SSRC under which it comes, for SPEAKING; 0 when the bot is gone
    /// @throws IllegalArgumentException when there is no such audio track in the room
    public int subscribe(Peer publisher, String mid) {
        if (publisher.published().stream()
                .noneMatch(it -> it.mid().equals(mid) && it.source().audio())) {
            throw new IllegalArgumentException("no audio track " + mid);
        }
        long from = Publishers.engineId(publisher, member.shard);
        return member.ask(
                0, engine -> engine.subscribe(member.engineId(), from, mid, mid).ssrc());
    }

    /// @param ssrc what `subscribe` answered
    public void unsubscribe(int ssrc) {
        member.tell(engine -> engine.unsubscribe(member.engineId(), ssrc));
    }

    @Override
    public long id() {
        return member.id();
    }

    @Override
    public String room() {
        return member.room;
    }

    @Override
    public List<Published> published() {
        return member.gone() ? List.of() : List.of(VOICE);
    }

    @Override
    public void mute(Source source, boolean muted) {
        if (source == Source.MICROPHONE) {
            member.tell(engine -> engine.mute(member.engineId(), Engine.BOT_MID, muted));
        }
    }

    /// A bot's voice may be music, and is heard always.
    @Override
    public void favour(boolean favoured) {}

    @Override
    public void deafen(boolean deaf) {
        member.tell(engine -> engine.deafen(member.engineId(), deaf));
    }

    @Override
    public void tap(@Nullable Tap tap) {
        member.tell(engine -> engine.tap(member.engineId(), tap));
    }

    @Override
    public PeerStats stats() {
        return member.stats();
    }

    @Override
    public void leave() {
        member.leave();
    }

    String mode() {
        return mode;
    }

    Member member() {
        return member;
    }
}
