package chat.parley.file;

import chat.parley.base.content.Content;
import chat.parley.base.content.Spool;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.file.blob.Vault;
import chat.parley.file.kind.FileKind;
import chat.parley.file.kind.FileName;
import chat.parley.file.kind.Sniffing;
import chat.parley.file.picture.Broken;
import chat.parley.file.picture.Cleaned;
import chat.parley.file.picture.Cleaning;
import chat.parley.file.picture.Thumbnails;
import chat.parley.file.scan.Scanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of messages. A file is kept first and then sent with a message; one that was never sent is thrown away
/// after a day.
public final class Attachments {
    private static final Logger log = LoggerFactory.getLogger(Attachments.class);
    private static final int SWEPT_AT_ONCE = 200;

    private final Vault vault;
    private final AttachmentStore store;
    private final Spool spool;
    private final Thumbnails thumbnails;
    private final Scanner scanner;
    private final Snowflakes ids;
    private final Clock clock;
    private final long maxBytes;

    /// What all of it stands on.
    ///
    /// @param maxBytes how large one file may be
    public record Means(Vault vault, Spool spool, Thumbnails thumbnails, Scanner scanner, long maxBytes) {}

    public Attachments(Means means, Database database, Snowflakes ids, Clock clock) {
        this.vault = means.vault();
        this.spool = means.spool();
        this.thumbnails = means.thumbnails();
        this.scanner = means.scanner();
        this.maxBytes = means.maxBytes();
        this.store = new AttachmentStore(database);
        this.ids = ids;
        this.clock = clock;
    }

    public long maxBytes() {
        return maxBytes;
    }

    /// Keeps a file: it is examined, cleaned, encrypted and durable when this returns. Whether the owner may send files
    /// there has been asked before.
    ///
    /// @throws Refused when it is too large, holds a virus, or is a picture of too many pixels
    public Attachment keep(UserId owner, ChannelId channel, Upload upload) {
        if (upload.content().length() > maxBytes) {
            throw new Refused(new Refusal.TooLarge(maxBytes));
        }
        scanner.check(upload.content());
        String name = FileName.clean(upload.name());
        try {
            var kind = kind(upload, name);
            if (kind.family() == FileKind.Family.PICTURE) {
                try {
                    return picture(owner, channel, upload, name, kind);
                } catch (Broken notReally) {
                    log.debug("A {} that is none", kind.type(), notReally);
                    return stored(owner, upload, file(channel, name, FileKind.UNKNOWN, upload.content(), null), null);
                }
            }
            return stored(owner, upload, file(channel, name, kind, upload.content(), null), null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// They belong to this message now.
    public void sent(Collection<Attachment> attachments, MessageId message) {
        if (!attachments.isEmpty()) {
            store.bind(ids(attachments), message);
        }
    }

    /// They are wanted no more: not sent after all, or taken out of a message.
    public void discard(Collection<Attachment> attachments) {
        if (!attachments.isEmpty()) {
            store.unwant(ids(attachments), clock.instant());
        }
    }

    /// The messages were deleted. Their files cannot be reached any more; they are kept as long as the messages are.
    public void gone(Collection<MessageId> messages) {
        store.unwantOf(messages, clock.instant());
    }

    public void gone(ChannelId channel) {
        store.unwantIn(channel, clock.instant());
    }

    public Optional<StoredFile> find(ChannelId channel, EntityId id) {
        return store.find(channel, id);
    }

    /// Throws away what nobody can want any more.
    ///
    /// @param kept how long a file stays after it is gone
    public void sweep(Duration kept) {
        var now = clock.instant();
        store.unwantLost(now);
        var unsent = now.minus(Duration.ofHours(Limits.UPLOAD_KEPT_HOURS));
        for (var file : store.spent(now.minus(kept), unsent, SWEPT_AT_ONCE)) {
            vault.delete(file.blob());
            store.delete(file.id());
        }
    }

    private Attachment picture(UserId owner, ChannelId channel, Upload upload, String name, FileKind kind)
            throws IOException {
        Cleaned[] measured = new Cleaned[1];
        try (var clean = spool.write(out -> measured[0] = Cleaning.clean(kind.type(), upload.content(), out))) {
            var picture = measured[0];
            var size = picture.stored();
            if (size.width() <= 0 || size.height() <= 0) {
                throw Refusal.invalid("attachments", "IMAGE_INVALID", "Invalid image");
            }
            if (size.pixels() > Limits.PICTURE_MAX_PIXELS) {
                throw Refusal.invalid("attachments", "IMAGE_TOO_LARGE", "Pictures have at most 64 megapixels");
            }
            var file = file(channel, name, kind, clean, picture);
            return stored(owner, upload.of(clean), file, placeholder(clean, picture));
        }
    }

    private @Nullable String placeholder(Content clean, Cleaned picture) {
        try (var in = clean.open()) {
            return thumbnails.placeholder(in, picture);
        } catch (IOException undecodable) {
            log.debug("A picture without a placeholder", undecodable);
            return null;
        }
    }

    private StoredFile file(ChannelId channel, String name, FileKind kind, Content content, @Nullable Cleaned picture) {
        return new StoredFile(
                new EntityId(ids.next()), channel, name, kind.type(), kind.shown(), content.length(), picture);
    }

    private Attachment stored(UserId owner, Upload upload, StoredFile file, @Nullable String placeholder)
            throws IOException {
        try (var in = upload.content().open()) {
            vault.put(file.blob(), in, file.size());
        }
        store.insert(file, owner, clock.instant());
        var size = file.picture() == null ? null : file.picture().size();
        boolean voice = upload.waveform() != null && upload.durationS() != null;
        boolean spoiler = upload.spoiler() || file.filename().startsWith("SPOILER_");
        return new Attachment(
                file.id(),
                file.filename(),
                title(upload.name(), file.filename()),
                upload.description(),
                file.contentType(),
                file.size(),
                size == null ? null : size.width(),
                size == null ? null : size.height(),
                placeholder,
                voice ? upload.durationS() : null,
                voice ? upload.waveform() : null,
                spoiler ? Attachment.SPOILER : 0);
    }

    private static @Nullable String title(String given, String kept) {
        String shown = given.replaceAll("\\p{Cntrl}", "").strip();
        boolean same = shown.isEmpty() || shown.equals(kept);
        return same ? null : shown.substring(0, Math.min(shown.length(), Limits.ATTACHMENT_TITLE_MAX_CHARS));
    }

    private static FileKind kind(Upload upload, String name) throws IOException {
        try (var in = upload.content().open()) {
            return Sniffing.of(in.readNBytes(Sniffing.HEAD_BYTES), name);
        }
    }

    private static List<EntityId> ids(Collection<Attachment> attachments) {
        return attachments.stream().map(Attachment::id).toList();
    }
}
