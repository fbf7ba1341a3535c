package chat.parley.media.codec;

import chat.parley.media.rtp.Extension;
import chat.parley.media.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/// What one packet of video says about its frame, read anew from packet after packet. Layers that the codec
/// does not name are 0.
public final class Frame {
    private final Vp8Descriptor vp8 = new Vp8Descriptor();
    private final Vp9Descriptor vp9 = new Vp9Descriptor();
    private final DependencyDescriptor dependency = new DependencyDescriptor();

    private boolean keyframe;
    private int spatial;
    private int temporal;
    private boolean switchable;
    private boolean opens;
    private boolean end;

    /// False when the payload cannot be one of this codec; then nothing else may be asked.
    ///
    /// @param structure what the last key frame of the stream said about its layers, for AV1
    public boolean read(Codec codec, RtpPacket packet, DependencyDescriptor.@Nullable Structure structure) {
        keyframe = false;
        spatial = 0;
        temporal = 0;
        switchable = true;
        opens = false;
        end = packet.marker();
        return switch (codec) {
            case OPUS, RED -> true;
            case VP8 -> vp8(packet);
            case VP9 -> vp9(packet);
            case H264 -> h264(packet);
            case AV1 -> av1(packet, structure);
        };
    }

    private boolean vp8(RtpPacket packet) {
        if (!vp8.read(packet.bytes(), packet.payloadAt(), packet.payloadLength())) {
            return false;
        }
        keyframe = vp8.keyframe();
        temporal = vp8.temporal();
        switchable = temporal == 0 || vp8.layerSync();
        return true;
    }

    private boolean vp9(RtpPacket packet) {
        if (!vp9.read(packet.bytes(), packet.payloadAt(), packet.payloadLength())) {
            return false;
        }
        keyframe = vp9.keyframe();
        spatial = vp9.spatial();
        temporal = vp9.temporal();
        // RFC 9628 section 4.2: the bit speaks of the pictures after this one.
        switchable = false;
        opens = vp9.switchingUp();
        end = vp9.end();
        return true;
    }

    private boolean h264(RtpPacket packet) {
        keyframe = H264.keyframe(packet.bytes(), packet.payloadAt(), packet.payloadLength());
        return packet.payloadLength() > 0;
    }

    private boolean av1(RtpPacket packet, DependencyDescriptor.@Nullable Structure structure) {
        int id = Extension.DEPENDENCY_DESCRIPTOR.id;
        int at = packet.extensionAt(id);
        if (at < 0 || !dependency.read(packet.bytes(), at, packet.extensionLength(id), structure)) {
            return false;
        }
        keyframe = dependency.attached() != null && dependency.firstPacket();
        spatial = dependency.spatial();
        temporal = dependency.temporal();
        switchable = temporal == 0 || dependency.switchable();
        end = dependency.lastPacket();
        return true;
    }

    /// True for the packet with which a frame begins that needs no other.
    public boolean keyframe() {
        return keyframe;
    }

    public int spatial() {
        return spatial;
    }

    public int temporal() {
        return temporal;
    }

    /// True when a receiver that has not seen this temporal layer may begin with this frame.
    public boolean switchable() {
        return switchable;
    }

    /// True when a receiver may take up any higher temporal layer after this frame.
    public boolean opens() {
        return opens;
    }

    /// True for the last packet of the frame of one spatial layer.
    public boolean end() {
        return end;
    }

    public Vp8Descriptor vp8() {
        return vp8;
    }

    public Vp9Descriptor vp9() {
        return vp9;
    }

    public DependencyDescriptor dependency() {
        return dependency;
    }
}
