package chat.parley.file;

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
import chat.parley.file.picture.Thumbnails;
import chat.parley.file.scan.Scanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files of messages. A file is kept first and then sent with a message; one that was never sent is thrown away
/// after a day.
public final class Attachments {
    private static final int SWEPT_AT_ONCE = 200;

    private final Vault vault;
    private final AttachmentStore store;
    private final Examining examining;
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
        this.examining = new Examining(means.spool(), means.thumbnails());
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
        try (var found = examining.examine(upload.content(), name)) {
            var id = new EntityId(ids.next());
            var file = new StoredFile(
                    id,
                    channel,
                    name,
                    found.kind().type(),
                    found.kind().shown(),
                    found.content().length(),
                    found.picture(),
                    id,
                    channel);
            // The row first: bytes without a row would never be found again.
            store.insert(file, owner, clock.instant());
            try (var in = found.content().open()) {
                vault.put(file.blob(), in, file.size());
            }
            return attachment(upload, file, found);
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

    /// Gives a message elsewhere files of its own with the bytes of these; those that are gone are left out.
    ///
    /// @param from where these belong
    public List<Attachment> borrowed(Collection<Attachment> files, ChannelId from, UserId owner, ChannelId channel) {
        var borrowed = new ArrayList<Attachment>();
        for (var file : files) {
            var id = new EntityId(ids.next());
            var source = store.find(from, file.id());
            if (source.isPresent() && store.borrow(id, channel, owner, source.get(), clock.instant())) {
                borrowed.add(file.as(id));
            }
        }
        return borrowed;
    }

    /// Throws away what nobody can want any more. Files that were never sent are such, but the program may have ended
    /// between a message and the word that its files belong to it: so the message is looked for.
    ///
    /// @param kept how long a file stays after it is gone
    public void sweep(Duration kept, Senders senders) {
        var now = clock.instant();
        store.lost().forEach(channel -> store.unwantIn(channel, now));
        for (var file : store.unsent(now.minus(Duration.ofHours(Limits.UPLOAD_KEPT_HOURS)), SWEPT_AT_ONCE)) {
            var message = senders.of(file);
            if (message.isPresent()) {
                store.bind(List.of(file.id()), message.get());
            } else {
                throwAway(file);
            }
        }
        store.spent(now.minus(kept), SWEPT_AT_ONCE).forEach(this::throwAway);
    }

    /// Finds the message that shows a file.
    @FunctionalInterface
    public interface Senders {
        Optional<MessageId> of(StoredFile file);
    }

    private void throwAway(StoredFile file) {
        store.delete(file.id());
        if (!store.isShown(file.original())) {
            vault.delete(file.blob());
        }
    }

    private static Attachment attachment(Upload upload, StoredFile file, Examining.Found found) {
        var size = found.size();
        boolean spoiler = upload.spoiler() || file.filename().startsWith("SPOILER_");
        boolean sound = found.kind().family() == FileKind.Family.AUDIO;
        var measured = found.durationS();
        return new Attachment(
                file.id(),
                file.filename(),
                title(upload.name(), file.filename()),
                upload.description(),
                file.contentType(),
                file.size(),
                size == null ? null : size.width(),
                size == null ? null : size.height(),
                found.placeholder(),
                measured != null || !sound ? measured : upload.durationS(),
                sound ? upload.waveform() : null,
                (spoiler ? Attachment.SPOILER : 0) | (found.moves() ? Attachment.ANIMATED : 0));
    }

    private static @Nullable String title(String given, String kept) {
        String shown = given.replaceAll("\\p{Cntrl}", "").strip();
        boolean same = shown.isEmpty() || shown.equals(kept);
        return same ? null : shown.substring(0, Math.min(shown.length(), Limits.ATTACHMENT_TITLE_MAX_CHARS));
    }

    private static List<EntityId> ids(Collection<Attachment> attachments) {
        return attachments.stream().map(Attachment::id).toList();
    }
}
