package chat.parley.media.sdp;

import chat.parley.media.codec.Codec;
import chat.parley.media.ice.Credentials;
import chat.parley.media.rtp.Extension;
import chat.parley.media.wire.Address;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The offer of the server. It is made anew, with a higher version, whenever something is published or
/// subscribed; sections are only ever added at the end.
///
/// @param session the same for all offers of one call
/// @param version counts them
/// @param fingerprint of our DTLS certificate: SHA-256 in hexadecimal with colons
/// @param candidates where the server listens, best first
public record Offer(
        long session,
        int version,
        Credentials credentials,
        String fingerprint,
        List<Address> candidates,
        List<Section> sections) {
    private static final Set<Extension> OF_AUDIO =
            Set.of(Extension.MID, Extension.AUDIO_LEVEL, Extension.TRANSPORT_SEQUENCE, Extension.ABSOLUTE_SEND_TIME);
    private static final Set<Extension> OF_VIDEO = Set.of(
            Extension.MID,
            Extension.RID,
            Extension.REPAIRED_RID,
            Extension.TRANSPORT_SEQUENCE,
            Extension.ABSOLUTE_SEND_TIME,
            Extension.PLAYOUT_DELAY,
            Extension.DEPENDENCY_DESCRIPTOR);

    public Offer {
        candidates = List.copyOf(candidates);
        sections = List.copyOf(sections);
        if (!fingerprint.matches("([0-9A-F]{2}:){31}[0-9A-F]{2}")) {
            throw new IllegalArgumentException("not a SHA-256 fingerprint");
        }
        if (sections.stream().map(Section::mid).distinct().count() != sections.size()) {
            throw new IllegalArgumentException("a mid is there twice");
        }
    }

    public String text() {
        var text = new StringBuilder();
        line(text, "v=0");
        line(text, "o=- " + session + " " + version + " IN IP4 127.0.0.1");
        line(text, "s=-");
        line(text, "t=0 0");
        line(text, "a=group:BUNDLE " + sections.stream().map(Section::mid).collect(Collectors.joining(" ")));
        line(text, "a=ice-lite");
        line(text, "a=extmap-allow-mixed");
        line(text, "a=msid-semantic: WMS *");
        for (var section : sections) {
            section(text, section);
        }
        return text.toString();
    }

    private void section(StringBuilder text, Section section) {
        var types = section.codecs().stream()
                .map(it -> it.rtxPayloadType == 0 ? "" + it.payloadType : it.payloadType + " " + it.rtxPayloadType)
                .collect(Collectors.joining(" "));
        line(text, "m=" + (section.audio() ? "audio" : "video") + " 9 UDP/TLS/RTP/SAVPF " + types);
        line(text, "c=IN IP4 0.0.0.0");
        line(text, "a=mid:" + section.mid());
        transport(text);
        var wanted = section.audio() ? OF_AUDIO : OF_VIDEO;
        for (var extension : Extension.values()) {
            if (wanted.contains(extension)) {
                line(text, "a=extmap:" + extension.id + " " + extension.uri);
            }
        }
        section.codecs().forEach(it -> codec(text, it));
        switch (section.use()) {
            case Section.Use.Receive it -> receive(text, it);
            case Section.Use.Send it -> send(text, it);
            case Section.Use.Inactive _ -> line(text, "a=inactive");
        }
    }

    private void transport(StringBuilder text) {
        line(text, "a=ice-ufrag:" + credentials.fragment());
        line(text, "a=ice-pwd:" + credentials.password());
        line(text, "a=fingerprint:sha-256 " + fingerprint);
        line(text, "a=setup:passive");
        line(text, "a=rtcp-mux");
        line(text, "a=rtcp-rsize");
        for (int i = 0; i < candidates.size(); i++) {
            line(text, "a=candidate:" + candidate(candidates.get(i), i));
        }
        line(text, "a=end-of-candidates");
    }

    /// RFC 8839 section 5.1; TCP as RFC 6544 has it.
    private static String candidate(Address address, int index) {
        // RFC 8445 section 5.1.2.1: host candidates, UDP before TCP, in the given order.
        long priority = ((address.stream() ? 90L : 126L) << 24) | ((long) (0xffff - index) << 8) | 255;
        return (index + 1) + " 1 " + (address.stream() ? "tcp " : "udp ") + priority + " "
                + address.host().getHostAddress() + " " + address.port() + " typ host"
                + (address.stream() ? " tcptype passive" : "");
    }

    private static void codec(StringBuilder text, Codec codec) {
        var type = codec.payloadType + " ";
        line(text, "a=rtpmap:" + type + codec.encoding + "/" + codec.clockRate + (codec.audio ? "/2" : ""));
        line(text, "a=rtcp-fb:" + type + "transport-cc");
        switch (codec) {
            case OPUS -> line(text, "a=fmtp:" + type + "minptime=10;useinbandfec=1;usedtx=1");
            case RED -> line(text, "a=fmtp:" + type + Codec.OPUS.payloadType + "/" + Codec.OPUS.payloadType);
            case VP9 -> line(text, "a=fmtp:" + type + "profile-id=0");
            case H264 ->
                line(text, "a=fmtp:" + type + "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");
            case VP8, AV1 -> {}
        }
        if (codec.rtxPayloadType != 0) {
            line(text, "a=rtcp-fb:" + type + "goog-remb");
            line(text, "a=rtcp-fb:" + type + "ccm fir");
            line(text, "a=rtcp-fb:" + type + "nack");
            line(text, "a=rtcp-fb:" + type + "nack pli");
            line(text, "a=rtpmap:" + codec.rtxPayloadType + " rtx/" + codec.clockRate);
            line(text, "a=fmtp:" + codec.rtxPayloadType + " apt=" + codec.payloadType);
        }
    }

    private static void receive(StringBuilder text, Section.Use.Receive use) {
        line(text, "a=recvonly");
        use.rids().forEach(it -> line(text, "a=rid:" + it + " recv"));
        if (!use.rids().isEmpty()) {
            line(text, "a=simulcast:recv " + String.join(";", use.rids()));
        }
    }

    private static void send(StringBuilder text, Section.Use.Send use) {
        line(text, "a=sendonly");
        line(text, "a=msid:" + use.stream() + " " + use.track());
        if (use.rtxSsrc() != 0) {
            line(
                    text,
                    "a=ssrc-group:FID " + Integer.toUnsignedString(use.ssrc()) + " "
                            + Integer.toUnsignedString(use.rtxSsrc()));
        }
        line(text, "a=ssrc:" + Integer.toUnsignedString(use.ssrc()) + " cname:" + use.stream());
        if (use.rtxSsrc() != 0) {
            line(text, "a=ssrc:" + Integer.toUnsignedString(use.rtxSsrc()) + " cname:" + use.stream());
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }
}
