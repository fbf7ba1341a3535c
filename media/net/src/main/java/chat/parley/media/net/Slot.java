package chat.parley.media.net;

import chat.parley.media.codec.Codec;
import chat.parley.media.sdp.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One media section of a browser's call. Sections are never removed, only used again.
final class Slot {
    final String mid;
    /// What the browser sends in it, or null when the server does.
    final @Nullable Source source;

    private List<Codec> codecs;
    private Section.Use use = new Section.Use.Inactive();
    private @Nullable Published published;

    Slot(String mid, @Nullable Source source, List<Codec> codecs) {
        this.mid = mid;
        this.source = source;
        this.codecs = codecs;
    }

    boolean idle() {
        return use instanceof Section.Use.Inactive;
    }

    boolean audio() {
        return codecs.getFirst().audio;
    }

    void rest() {
        use = new Section.Use.Inactive();
    }

    void receive(List<String> rids) {
        use = new Section.Use.Receive(rids);
    }

    void send(Codec codec, Section.Use.Send send) {
        codecs = sent(codec);
        use = send;
    }

    /// Who does not know RED gets the Opus inside.
    static List<Codec> sent(Codec codec) {
        return codec == Codec.RED ? List.of(Codec.RED, Codec.OPUS) : List.of(codec);
    }

    /// True when the server sends in it what may be redundant.
    boolean redundant() {
        return ssrc() != 0 && codecs.getFirst() == Codec.RED;
    }

    /// The SSRC under which the server sends, or 0.
    int ssrc() {
        return use instanceof Section.Use.Send send ? send.ssrc() : 0;
    }

    @Nullable
    Published published() {
        return published;
    }

    void published(@Nullable Published published) {
        this.published = published;
    }

    Section section() {
        return new Section(mid, codecs, use);
    }
}
