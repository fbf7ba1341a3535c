package chat.parley.file;

import chat.parley.base.content.Content;
import chat.parley.base.content.Spool;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.file.container.Broken;
import chat.parley.file.kind.FileKind;
import chat.parley.file.kind.Sniffing;
import chat.parley.file.picture.Cleaned;
import chat.parley.file.picture.Cleaning;
import chat.parley.file.picture.Size;
import chat.parley.file.picture.Thumbnails;
import chat.parley.file.recording.Recording;
import chat.parley.file.recording.Recordings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out what an upload is and takes out of it what tells about its maker.
final class Examining {
    private static final Logger log = LoggerFactory.getLogger(Examining.class);

    private final Spool spool;
    private final Thumbnails thumbnails;

    Examining(Spool spool, Thumbnails thumbnails) {
        this.spool = spool;
        this.thumbnails = thumbnails;
    }

    /// What was found, with the bytes that may be kept.
    ///
    /// @param picture absent when it is none
    /// @param recording absent when it is neither sound nor film
    record Found(
            Content content,
            FileKind kind,
            @Nullable Cleaned picture,
            @Nullable Recording recording,
            @Nullable String placeholder)
            implements AutoCloseable {
        private static Found plain(Content content, FileKind kind) {
            return new Found(content, kind, null, null, null);
        }

        @Nullable
        Size size() {
            return picture != null ? picture.size() : recording == null ? null : recording.size();
        }

        @Nullable
        Double durationS() {
            return recording == null ? null : recording.durationS();
        }

        boolean moves() {
            return picture != null && picture.moves();
        }

        /// An upload that was taken as it is belongs to who brought it, whose closing it again does no harm.
        @Override
        public void close() {
            content.close();
        }
    }

    /// @throws chat.parley.base.refusal.Refused when it is a picture of too many pixels
    Found examine(Content content, String name) throws IOException {
        var kind = kind(content, name);
        try {
            return switch (kind.family()) {
                case PICTURE, FOREIGN_PICTURE -> picture(content, kind);
                case VIDEO, AUDIO -> recording(content, kind);
                case TEXT, ACTIVE, OTHER -> Found.plain(content, kind);
            };
        } catch (Broken notReally) {
            log.debug("A {} that is none", kind.type(), notReally);
            return Found.plain(content, FileKind.UNKNOWN);
        }
    }

    private Found picture(Content content, FileKind kind) throws IOException {
        Cleaned[] measured = new Cleaned[1];
        var clean = spool.write(out -> measured[0] = Cleaning.clean(kind.type(), content, out));
        try {
            var size = measured[0].stored();
            if (size.width() <= 0 || size.height() <= 0) {
                throw Refusal.invalid("attachments", "IMAGE_INVALID", "Invalid image");
            }
            if (size.pixels() > Limits.PICTURE_MAX_PIXELS) {
                throw Refusal.invalid("attachments", "IMAGE_TOO_LARGE", "Pictures have at most 64 megapixels");
            }
            return new Found(clean, kind, measured[0], null, placeholder(clean, measured[0]));
        } catch (RuntimeException refused) {
            clean.close();
            throw refused;
        }
    }

    private Found recording(Content content, FileKind kind) throws IOException {
        Recording[] measured = new Recording[1];
        var clean = spool.write(out -> measured[0] = Recordings.clean(kind, content, out));
        return new Found(clean, measured[0].kind(), null, measured[0], null);
    }

    private @Nullable String placeholder(Content clean, Cleaned picture) {
        try (var in = clean.open()) {
            return thumbnails.placeholder(in, picture);
        } catch (IOException undecodable) {
            log.debug("A picture without a placeholder", undecodable);
            return null;
        }
    }

    private static FileKind kind(Content content, String name) throws IOException {
        try (var in = content.open()) {
            return Sniffing.of(in.readNBytes(Sniffing.HEAD_BYTES), name);
        }
    }
}
