package chat.parley.media.net;

import chat.parley.media.Engine;
import chat.parley.media.Tap;
import chat.parley.media.codec.Codec;
import chat.parley.media.ice.Credentials;
import chat.parley.media.net.dtls.Handshake;
import chat.parley.media.sdp.Answer;
import chat.parley.media.sdp.Section;
import chat.parley.media.send.Priority;
import chat.parley.media.srtp.MasterKey;
import chat.parley.media.srtp.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A browser (or another WebRTC client) in a room. The server makes all offers. A microphone section, mid "0", is
/// there from the beginning, whether the browser uses it or not.
///
/// The lock guards the session description; whoever holds it may wait for the media loop, which never takes it.
public final class BrowserPeer implements Peer {
    private final Member member;
    private final Call call;
    private final Handshake handshake;
    private volatile boolean favoured;

    BrowserPeer(Member member, MediaServer server, RandomGenerator random) {
        this.member = member;
        var credentials = Credentials.random(random);
        long session = random.nextLong() >>> 1;
        call = new Call(session, credentials, server.identity().fingerprint(), server.candidates());
        call.receiving(Source.MICROPHONE);
        handshake = new Handshake(server.identity(), server.handshakes(), this::send, new Keys());
        member.join(this, handshake, credentials);
    }

    /// Asks the browser to send this too, by the next offer. Nothing is published before its answer agrees.
    ///
    /// @return the section in which it will send
    public synchronized String publish(Source source) {
        for (var slot : call.slots()) {
            if (slot.source == source && !slot.idle()) {
                return slot.mid;
            }
        }
        return call.receiving(source).mid;
    }

    public synchronized void unpublish(String mid) {
        var slot = call.slot(mid);
        if (slot != null && slot.source != null) {
            call.rest(slot);
            slot.published(null);
            member.tell(engine -> engine.unpublish(member.engineId(), mid));
        }
    }

    /// From now on the browser gets this track of another in the same room, in a section of the next offer.
    ///
    /// @return that section
    /// @throws IllegalArgumentException when there is no such track in the room
    public synchronized String subscribe(Peer publisher, String mid) {
        var track = publisher.published().stream()
                .filter(it -> it.mid().equals(mid))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no track " + mid));
        var slot = call.forSending(track.codec());
        long from = Publishers.engineId(publisher, member.shard);
        var none = new Engine.Streams(0, 0);
        // What belongs together in time plays in one stream: a voice and its face, a screen and its sound.
        boolean screen = track.source() == Source.SCREEN || track.source() == Source.SCREEN_SOUND;
        var stream = (screen ? "screen-" : "person-") + publisher.id();
        var streams = member.ask(none, engine -> engine.subscribe(member.engineId(), from, mid, slot.mid, stream));
        if (streams.ssrc() != 0) {
            var use = new Section.Use.Send(stream, stream + "-" + mid, streams.ssrc(), streams.rtxSsrc());
            call.sends(slot, track.codec(), use);
            if (track.source() == Source.SCREEN) {
                prioritise(slot.mid, Priority.SCREEN);
            }
        }
        return slot.mid;
    }

    /// @param mid what `subscribe` answered
    public synchronized void unsubscribe(String mid) {
        var slot = call.slot(mid);
        if (slot != null && slot.ssrc() != 0) {
            int ssrc = slot.ssrc();
            call.rest(slot);
            member.tell(engine -> engine.unsubscribe(member.engineId(), ssrc));
        }
    }

    /// Which of a track's layers this browser wants to get; without a word the largest.
    ///
    /// @param mid what `subscribe` answered
    /// @param layer the largest that is wanted, 0 the smallest; -1 for a pause
    public synchronized void prefer(String mid, int layer) {
        var slot = call.slot(mid);
        if (slot != null && slot.ssrc() != 0) {
            int ssrc = slot.ssrc();
            member.tell(engine -> engine.prefer(member.engineId(), ssrc, layer, Integer.MAX_VALUE));
        }
    }

    /// What comes first when the line does not carry all; without a word a screen is a screen and the rest the grid.
    ///
    /// @param mid what `subscribe` answered
    public synchronized void prioritise(String mid, Priority priority) {
        var slot = call.slot(mid);
        if (slot != null && slot.ssrc() != 0) {
            int ssrc = slot.ssrc();
            member.tell(engine -> engine.prioritise(member.engineId(), ssrc, priority));
        }
    }

    /// This browser gets at most so many cameras beside those that it pinned: of those who spoke last.
    public void cameras(int most) {
        member.tell(engine -> engine.cameras(member.engineId(), most));
    }

    /// In which section a subscription comes; null when it has ended.
    public synchronized @Nullable String section(int ssrc) {
        for (var slot : call.slots()) {
            if (slot.ssrc() == ssrc && ssrc != 0) {
                return slot.mid;
            }
        }
        return null;
    }

    /// The call as it is to be from now on. Whoever sends it waits for the answer before the next offer.
    public synchronized String offer() {
        return call.offer();
    }

    /// True when something changed since the last offer, so that another one is due.
    public synchronized boolean changed() {
        return call.changed();
    }

    /// The browser's answer to the last offer.
    ///
    /// @return what the browser publishes now
    /// @throws Answer.Unusable when it is no answer to it
    public synchronized List<Published> answer(String description) {
        var answer = Answer.read(description);
        handshake.expect(answer.fingerprint());
        for (var media : answer.media()) {
            var slot = call.slot(media.mid());
            if (slot != null && slot.source != null && !slot.idle()) {
                agree(slot, slot.source, media);
            } else if (slot != null && slot.redundant()) {
                int ssrc = slot.ssrc();
                boolean understood = media.receives() && media.codec() == Codec.RED;
                member.tell(engine -> engine.redundant(member.engineId(), ssrc, understood));
            }
        }
        return published();
    }

    private void agree(Slot slot, Source source, Answer.Media media) {
        var codec = media.codec();
        var agreed = media.sends() && codec != null && codec.audio == source.audio()
                ? new Published(
                        slot.mid, source, codec, Math.max(1, media.rids().size()))
                : null;
        if (Objects.equals(agreed, slot.published())) {
            return;
        }
        slot.published(agreed);
        member.tell(engine -> change(engine, slot.mid, agreed, media.rids()));
    }

    private void change(Engine engine, String mid, @Nullable Published agreed, List<String> rids) {
        if (agreed == null) {
            engine.unpublish(member.engineId(), mid);
            return;
        }
        engine.publish(member.engineId(), mid, agreed.codec(), rids);
        engine.mute(member.engineId(), mid, member.mutes(agreed.source()));
        if (agreed.source() == Source.SCREEN_SOUND || (agreed.source() == Source.MICROPHONE && favoured)) {
            engine.ungate(member.engineId(), mid, true);
        }
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
    public synchronized List<Published> published() {
        var found = new ArrayList<Published>();
        for (var slot : call.slots()) {
            var published = slot.published();
            if (published != null) {
                found.add(published);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public synchronized void mute(Source source, boolean muted) {
        member.muted(source, muted);
        for (var slot : call.slots()) {
            if (slot.source == source && slot.published() != null) {
                member.tell(engine -> engine.mute(member.engineId(), slot.mid, muted));
            }
        }
    }

    @Override
    public synchronized void favour(boolean on) {
        favoured = on;
        for (var slot : call.slots()) {
            if (slot.source == Source.MICROPHONE && slot.published() != null) {
                member.tell(engine -> engine.ungate(member.engineId(), slot.mid, on));
            }
        }
    }

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

    Member member() {
        return member;
    }

    private void send(byte[] message) {
        member.shard.loop().tell(engine -> engine.send(member.engineId(), message));
    }

    /// The handshake's end, on its thread.
    private final class Keys implements Handshake.Outcome {
        @Override
        public void agreed(MasterKey theirs, MasterKey ours, Profile profile) {
            member.tell(engine -> engine.keys(member.engineId(), theirs, ours));
            member.connected(true);
            member.say(new PeerEvent.Connected(profile.name()));
        }

        @Override
        public void failed(String why, boolean last) {
            member.shard.handshakeFailed();
            if (last) {
                member.leave();
                member.say(new PeerEvent.KeysFailed(why));
            }
        }

        @Override
        public void closed() {
            member.leave();
            member.say(new PeerEvent.Lost("the browser closed the connection"));
        }
    }
}
