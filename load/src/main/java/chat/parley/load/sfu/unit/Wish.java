package chat.parley.load.sfu.unit;

import chat.parley.media.codec.Codec;
import chat.parley.media.rtp.Extension;

/// What a publisher offers to units that wait for the client's offer: a voice and a screen, with the numbers that our
/// clients use. No candidates: the unit learns where the client is from its checks.
final class Wish {
    static final String VOICE = "voice";
    static final String SCREEN = "screen";

    private Wish() {}

    static String offer(String host) {
        return """
                v=0
                o=- 1 1 IN IP4 127.0.0.1
                s=-
                t=0 0
                a=group:BUNDLE 0 1
                a=msid-semantic: WMS *
                a=ice-options:trickle
                m=audio 9 UDP/TLS/RTP/SAVPF 111
                %s
                a=mid:0
                a=msid:publisher voice
                a=rtpmap:%d opus/48000/2
                a=fmtp:111 minptime=10;useinbandfec=1
                a=extmap:%d %s
                a=ssrc:%d cname:publisher
                m=video 9 UDP/TLS/RTP/SAVPF 96
                %s
                a=mid:1
                a=msid:publisher screen
                a=rtpmap:%d VP8/90000
                a=rtcp-fb:96 nack
                a=rtcp-fb:96 nack pli
                a=rtcp-fb:96 ccm fir
                a=ssrc:%d cname:publisher
                """.formatted(
                        common(host),
                        Codec.OPUS.payloadType,
                        Extension.AUDIO_LEVEL.id,
                        Extension.AUDIO_LEVEL.uri,
                        Publisher.SPEECH_SSRC,
                        common(host),
                        Codec.VP8.payloadType,
                        Publisher.SCREEN_SSRC)
                .replace("\n", "\r\n");
    }

    private static String common(String host) {
        return """
                c=IN IP4 %s
                a=sendonly
                a=ice-ufrag:client
                a=ice-pwd:clientclientclientclient
                a=fingerprint:sha-256 %s
                a=setup:active
                a=rtcp-mux
                a=extmap:%d %s""".formatted(host, Person.fingerprint(), Extension.MID.id, Extension.MID.uri);
    }
}
