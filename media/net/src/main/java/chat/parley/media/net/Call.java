package chat.parley.media.net;

import chat.parley.media.codec.Codec;
import chat.parley.media.ice.Credentials;
import chat.parley.media.sdp.Offer;
import chat.parley.media.sdp.Section;
import chat.parley.media.wire.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a browser's call looks like in session descriptions: its sections and the count of its offers. Its owner
/// holds a lock around it.
final class Call {
    /// More would not fit into what browsers can bear.
    private static final int SECTIONS_MAX = 500;

    private final long session;
    private final Credentials credentials;
    private final String fingerprint;
    private final List<Address> candidates;
    private final List<Slot> slots = new ArrayList<>();
    private int version;
    private boolean changed = true;

    Call(long session, Credentials credentials, String fingerprint, List<Address> candidates) {
        this.session = session;
        this.credentials = credentials;
        this.fingerprint = fingerprint;
        this.candidates = List.copyOf(candidates);
    }

    /// A section in which the browser sends this.
    Slot receiving(Source source) {
        var slot = idle(it -> it.source == source);
        slot = slot == null ? add(source, source.codecs()) : slot;
        slot.receive(source.rids());
        changed = true;
        return slot;
    }

    /// A section in which the server can send this codec.
    Slot forSending(Codec codec) {
        var slot = idle(it -> it.source == null && it.audio() == codec.audio);
        return slot == null ? add(null, Slot.sent(codec)) : slot;
    }

    void sends(Slot slot, Codec codec, Section.Use.Send use) {
        slot.send(codec, use);
        changed = true;
    }

    void rest(Slot slot) {
        slot.rest();
        changed = true;
    }

    @Nullable
    Slot slot(String mid) {
        return slots.stream().filter(it -> it.mid.equals(mid)).findFirst().orElse(null);
    }

    List<Slot> slots() {
        return slots;
    }

    boolean changed() {
        return changed;
    }

    String offer() {
        changed = false;
        var sections = slots.stream().map(Slot::section).toList();
        return new Offer(session, ++version, credentials, fingerprint, candidates, sections).text();
    }

    private @Nullable Slot idle(Predicate<Slot> fits) {
        return slots.stream().filter(Slot::idle).filter(fits).findFirst().orElse(null);
    }

    private Slot add(@Nullable Source source, List<Codec> codecs) {
        if (slots.size() == SECTIONS_MAX) {
            throw new IllegalStateException("too many media sections");
        }
        var slot = new Slot(String.valueOf(slots.size()), source, codecs);
        slots.add(slot);
        return slot;
    }
}
