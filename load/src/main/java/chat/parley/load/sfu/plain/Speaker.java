package chat.parley.load.sfu.plain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.load.sfu.unit.Publisher;
import chat.parley.media.codec.Codec;
import chat.parley.media.rtp.Extension;
import chat.parley.media.rtp.RtpWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/// Sends plain RTP. What it is told in return, reports and wishes, the kernel drops.
final class Speaker implements Publisher.Line {
    private static final int BYTES = 2048;
    private static final int SPOKEN = 0x80 | 30;

    private final DatagramChannel channel = DatagramChannel.open();
    private final ByteBuffer direct = ByteBuffer.allocateDirect(BYTES);
    private final byte[] bytes = new byte[BYTES];
    private final RtpWriter writer = new RtpWriter();

    Speaker() throws IOException {
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    int port() {
        return channel.socket().getLocalPort();
    }

    void speakTo(int port) throws IOException {
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    @Override
    public void send(Codec codec, String mid, int ssrc, long number, long timestamp, boolean last, byte[] payload)
            throws IOException {
        writer.begin(bytes, 0, codec.payloadType, last)
                .numbers((int) number & 0xffff, timestamp, ssrc)
                .extension(Extension.MID.id, mid.getBytes(US_ASCII), 0, mid.length());
        if (codec.audio) {
            writer.extension8(Extension.AUDIO_LEVEL.id, SPOKEN);
        }
        int length = writer.payload(payload, 0, payload.length);
        channel.write(direct.clear().put(bytes, 0, length).flip());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
