package chat.parley.media.sdp;

import chat.parley.media.codec.Codec;
import java.util.List;

/// One media section of an offer.
///
/// @param mid unique in the call; a section that is not used any more keeps its place and is offered as inactive
/// @param codecs best first, all for audio or all for video
public record Section(String mid, List<Codec> codecs, Use use) {
    public Section {
        codecs = List.copyOf(codecs);
        if (!Text.isToken(mid) || mid.length() > 16) {
            throw new IllegalArgumentException("not a mid: " + mid);
        }
        if (codecs.isEmpty() || codecs.stream().map(it -> it.audio).distinct().count() > 1) {
            throw new IllegalArgumentException("codecs of one kind: " + codecs);
        }
    }

    public boolean audio() {
        return codecs.getFirst().audio;
    }

    /// What the section is for.
    public sealed interface Use {
        /// The browser sends, in these simulcast layers; none means one stream.
        record Receive(List<String> rids) implements Use {
            public Receive {
                rids = List.copyOf(rids);
                if (rids.size() > 3 || rids.stream().anyMatch(it -> !Text.isAlphanumeric(it))) {
                    throw new IllegalArgumentException("not rids: " + rids);
                }
            }
        }

        /// The server sends, under these sources.
        ///
        /// @param stream what belongs together in time: the publisher's microphone and camera
        /// @param rtxSsrc zero when nothing is sent again
        record Send(String stream, String track, int ssrc, int rtxSsrc) implements Use {
            public Send {
                if (!Text.isToken(stream) || !Text.isToken(track)) {
                    throw new IllegalArgumentException("not ids: " + stream + " " + track);
                }
            }
        }

        record Inactive() implements Use {}
    }
}
