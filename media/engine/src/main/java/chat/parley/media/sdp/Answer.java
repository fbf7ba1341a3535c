package chat.parley.media.sdp;

import chat.parley.media.codec.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a browser answers, as far as we need it. Everything unknown is skipped; what contradicts our offer is an
/// error.
///
/// @param fragment the browser's half of the names in its connectivity checks
/// @param fingerprint of its certificate, in upper case with colons: the handshake must show it
public record Answer(String fragment, String fingerprint, List<Media> media) {
    private static final int CHARS_MAX = 200_000;
    private static final int SECTIONS_MAX = 512;

    /// One section.
    ///
    /// @param codec the one that the browser will send: the first of ours that it names
    /// @param rids of the simulcast layers that it will send, in its order
    public record Media(
            String mid,
            boolean rejected,
            boolean sends,
            boolean receives,
            @Nullable Codec codec,
            List<String> rids) {
        public Media {
            rids = List.copyOf(rids);
        }
    }

    /// An answer that cannot be used, and why.
    public static final class Unusable extends RuntimeException {
        Unusable(String why) {
            super(why, null, false, false);
        }
    }

    public Answer {
        media = List.copyOf(media);
    }

    /// @throws Unusable when it is not an answer to one of our offers
    public static Answer read(String text) {
        if (text.length() > CHARS_MAX || !text.startsWith("v=0")) {
            throw new Unusable("not a session description");
        }
        var reader = new Reader();
        text.lines().forEach(reader::line);
        return reader.answer();
    }

    private static final class Reader {
        private final List<Media> media = new ArrayList<>();
        private String fragment = "";
        private String fingerprint = "";
        private boolean open;
        private String mid = "";
        private boolean rejected;
        private String direction = "sendrecv";
        private @Nullable Codec codec;
        private List<String> rids = new ArrayList<>();

        void line(String line) {
            if (line.startsWith("m=")) {
                close();
                begin(line.substring(2).split(" ", -1));
            } else if (line.startsWith("a=")) {
                int colon = line.indexOf(':');
                var name = colon < 0 ? line.substring(2) : line.substring(2, colon);
                attribute(name, colon < 0 ? "" : line.substring(colon + 1).trim());
            }
        }

        private void begin(String[] words) {
            if (words.length < 4 || media.size() == SECTIONS_MAX) {
                throw new Unusable("a media section is not well formed");
            }
            open = true;
            rejected = words[1].equals("0");
            mid = "";
            direction = "sendrecv";
            rids = new ArrayList<>();
            codec = null;
            for (int i = 3; i < words.length && codec == null; i++) {
                codec = words[i].matches("[0-9]{1,3}") ? Codec.ofPayloadType(Integer.parseInt(words[i])) : null;
            }
        }

        private void attribute(String name, String value) {
            switch (name) {
                case "ice-ufrag" -> fragment = value;
                case "fingerprint" -> fingerprint(value);
                case "mid" -> mid = value;
                case "setup" -> {
                    if (!value.equals("active")) {
                        throw new Unusable("the server is passive, the answer must be active");
                    }
                }
                case "sendrecv", "sendonly", "recvonly", "inactive" -> direction = name;
                case "simulcast" -> simulcast(value);
                default -> {}
            }
        }

        private void fingerprint(String value) {
            if (value.toLowerCase(Locale.ROOT).startsWith("sha-256 ")) {
                fingerprint = value.substring(8).trim().toUpperCase(Locale.ROOT);
            }
        }

        /// RFC 8853: `send q;h;f`, where a tilde marks a layer that is paused at first and a comma alternatives.
        private void simulcast(String value) {
            var words = value.split(" ", -1);
            if (words.length >= 2 && words[0].equals("send")) {
                for (var layer : words[1].split(";", -1)) {
                    var rid = layer.split(",", -1)[0].replace("~", "");
                    if (Text.isAlphanumeric(rid) && rids.size() < 3) {
                        rids.add(rid);
                    }
                }
            }
        }

        private void close() {
            if (open) {
                boolean sends = direction.equals("sendrecv") || direction.equals("sendonly");
                boolean receives = direction.equals("sendrecv") || direction.equals("recvonly");
                media.add(new Media(mid, rejected, sends && !rejected, receives && !rejected, codec, rids));
            }
        }

        Answer answer() {
            close();
            if (media.isEmpty() || media.stream().anyMatch(it -> !Text.isToken(it.mid()))) {
                throw new Unusable("every section needs a mid");
            }
            if (fragment.length() < 4 || fragment.length() > 256) {
                throw new Unusable("there is no ice-ufrag");
            }
            if (!fingerprint.matches("([0-9A-F]{2}:){31}[0-9A-F]{2}")) {
                throw new Unusable("there is no SHA-256 fingerprint");
            }
            return new Answer(fragment, fingerprint, media);
        }
    }
}
