package chat.parley.edge.discord.rest.body;

import chat.parley.base.content.Content;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.edge.discord.rest.body.MessageForm.FilePart;
import chat.parley.file.Attachment;
import chat.parley.file.Attachments;
import chat.parley.file.Upload;
import chat.parley.file.Uploads;
import chat.parley.message.Quoted;
import chat.parley.message.rich.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keeps the files of a message's form and reads what its `attachments` say of them.
///
/// ```java
/// // The owner's right to attach files has been asked before.
/// filing.posting(form, owner, channel, files -> messages.post(caller, channel,
///         DraftBody.draft(form.body(), channel, Extras.NONE.with(files), filing.now())));
/// ```
///
/// A file is kept before its message is written, and thrown away again when it is not.
public final class Filing {
    private static final String FIELD = "attachments";

    private final Attachments attachments;
    private final Uploads uploads;
    private final Clock clock;

    public Filing(Attachments attachments, Uploads uploads, Clock clock) {
        this.attachments = attachments;
        this.uploads = uploads;
        this.clock = clock;
    }

    /// When what is being read is written.
    public Instant now() {
        return clock.instant();
    }

    /// Whether the form brings or names files, so that a right is needed.
    public static boolean brings(MessageForm form) {
        return !form.files().isEmpty() || !form.body().tree().path(FIELD).isEmpty();
    }

    /// Whether it says what files a message is to have, be it none.
    public static boolean names(MessageForm form) {
        return !form.files().isEmpty() || form.body().has(FIELD);
    }

    /// Keeps the form's files and writes a new message with them.
    ///
    /// @param write posts the message with these files
    public Quoted posting(MessageForm form, UserId owner, ChannelId channel, Function<List<Attachment>, Quoted> write) {
        return posting(form, owner, channel, List.of(), write);
    }

    /// The same, of a message that shows files of another's, which were given to it by [#carrying].
    public Quoted posting(
            MessageForm form,
            UserId owner,
            ChannelId channel,
            List<Attachment> carried,
            Function<List<Attachment>, Quoted> write) {
        var kept = brings(form) ? all(form, owner, channel, List.of()) : List.<Attachment>of();
        return bound(joined(kept, carried), kept, files -> write.apply(Objects.requireNonNull(files)));
    }

    /// What a forward shows, with files of its own, which stay when the first message goes.
    ///
    /// @param from where the first message is
    public Snapshot carrying(Snapshot snapshot, ChannelId from, UserId owner, ChannelId channel) {
        return snapshot.attachments().isEmpty()
                ? snapshot
                : snapshot.with(attachments.borrowed(snapshot.attachments(), from, owner, channel));
    }

    /// Keeps the files of a message where the uploads were begun before the channel was there that it will be in.
    public Quoted posting(MessageForm form, UserId owner, Place place, Function<List<Attachment>, Quoted> write) {
        var kept = brings(form) ? all(form, owner, place, List.of()) : List.<Attachment>of();
        return bound(kept, kept, files -> write.apply(Objects.requireNonNull(files)));
    }

    /// @param uploaded where uploads were begun
    /// @param kept where the message will be
    public record Place(ChannelId uploaded, ChannelId kept) {}

    /// Keeps the form's files for a message that has some already.
    ///
    /// @param before what the message has
    /// @param write changes the message; it is given `null` when its files stay as they are
    public Quoted revising(
            MessageForm form,
            UserId owner,
            ChannelId channel,
            List<Attachment> before,
            Function<@Nullable List<Attachment>, Quoted> write) {
        boolean named = form.body().has(FIELD);
        if (!names(form)) {
            return write.apply(null);
        }
        var after = named ? all(form, owner, channel, before) : joined(before, all(form, owner, channel, before));
        var fresh = after.stream().filter(it -> !holds(before, it)).toList();
        var changed = bound(fresh, after, write);
        attachments.discard(before.stream().filter(it -> !holds(after, it)).toList());
        return changed;
    }

    /// Keeps the form's files, for messages that are not stored: they can be read for a day.
    public List<Attachment> kept(MessageForm form, UserId owner, ChannelId channel) {
        return brings(form) ? all(form, owner, channel, List.of()) : List.of();
    }

    /// They belong to this message, which was written elsewhere.
    public void sent(List<Attachment> files, Quoted message) {
        attachments.sent(files, message.message().id());
    }

    private Quoted bound(
            List<Attachment> fresh, List<Attachment> all, Function<@Nullable List<Attachment>, Quoted> write) {
        Quoted written = null;
        try {
            written = write.apply(all);
            attachments.sent(fresh, written.message().id());
            return written;
        } finally {
            if (written == null) {
                attachments.discard(fresh);
            }
        }
    }

    private List<Attachment> all(MessageForm form, UserId owner, ChannelId channel, List<Attachment> before) {
        return all(form, owner, new Place(channel, channel), before);
    }

    private List<Attachment> all(MessageForm form, UserId owner, Place place, List<Attachment> before) {
        var files = new LinkedHashMap<Long, FilePart>();
        form.files().forEach(it -> files.put(it.number(), it));
        var wishes = wishes(form.body(), files, before);
        if (wishes.size() > Limits.ATTACHMENTS_MAX) {
            throw Refusal.invalid(
                    FIELD, "BASE_TYPE_MAX_LENGTH", "Must be " + Limits.ATTACHMENTS_MAX + " or fewer in length.");
        }
        form.body().check();
        var kept = new ArrayList<Attachment>();
        boolean complete = false;
        try {
            for (var wish : wishes) {
                kept.add(kept(wish, owner, place));
            }
            complete = true;
            return kept;
        } finally {
            if (!complete) {
                attachments.discard(
                        kept.stream().filter(it -> !holds(before, it)).toList());
            }
        }
    }

    private Attachment kept(Wish wish, UserId owner, Place place) {
        if (wish.present() != null) {
            return wish.present();
        }
        if (wish.file() != null) {
            return attachments.keep(
                    owner, place.kept(), wish.upload(wish.file().part().content()));
        }
        try (var content = uploads.finished(String.valueOf(wish.uploaded()), owner, place.uploaded())) {
            return attachments.keep(owner, place.kept(), wish.upload(content));
        }
    }

    /// What is said of the files, then the files of which nothing is said.
    private static List<Wish> wishes(Body body, Map<Long, FilePart> files, List<Attachment> before) {
        var present = new HashMap<Long, Attachment>();
        before.forEach(it -> present.put(it.id().value(), it));
        var wishes = new ArrayList<Wish>();
        for (var said : body.objects(FIELD, Limits.ATTACHMENTS_MAX)) {
            var number = said.longNumber("id", 0, Long.MAX_VALUE);
            var file = number == null ? null : files.remove(number);
            var old = number == null ? null : present.get(number);
            String uploaded = said.text("uploaded_filename", 0, 256);
            if (file == null && old == null && uploaded == null) {
                said.wrong("id", "ATTACHMENT_NOT_FOUND", "The attachment was not found.");
                continue;
            }
            wishes.add(wish(said, file, file == null && old != null ? described(old, said) : null, uploaded));
        }
        files.values().forEach(it -> wishes.add(new Wish(it, null, null, it.filename(), null, false, null, null)));
        return wishes;
    }

    private static Wish wish(Body said, @Nullable FilePart file, @Nullable Attachment old, @Nullable String uploaded) {
        String name = said.text("filename", 0, 1_024);
        String description = said.text("description", 0, Limits.ATTACHMENT_DESCRIPTION_MAX_CHARS);
        Double duration = said.tree().path("duration_secs").isNumber()
                ? said.tree().path("duration_secs").asDouble()
                : null;
        String waveform = said.text("waveform", 0, 400);
        if (waveform != null && !isBase64(waveform)) {
            said.wrong("waveform", "BASE64_INVALID", "Must be Base64.");
        }
        String given = file == null ? "" : file.filename();
        return new Wish(
                file,
                old,
                uploaded,
                name == null || name.isEmpty() ? (uploaded == null ? given : uploaded) : name,
                description == null || description.isEmpty() ? null : description,
                said.flag("is_spoiler", false),
                duration,
                waveform);
    }

    /// A file that is there already may be described anew.
    private static Attachment described(Attachment file, Body said) {
        String text = said.text("description", 0, Limits.ATTACHMENT_DESCRIPTION_MAX_CHARS);
        return said.has("description") ? file.describedAs(text == null || text.isEmpty() ? null : text) : file;
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length <= 256;
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    private static boolean holds(List<Attachment> files, Attachment file) {
        return files.stream().anyMatch(it -> it.id().equals(file.id()));
    }

    private static List<Attachment> joined(List<Attachment> before, List<Attachment> fresh) {
        var all = new ArrayList<>(before);
        all.addAll(fresh);
        return all;
    }

    /// One file that the message is to have: of the form, of the message already, or uploaded before.
    private record Wish(
            @Nullable FilePart file,
            @Nullable Attachment present,
            @Nullable String uploaded,
            String name,
            @Nullable String description,
            boolean spoiler,
            @Nullable Double durationS,
            @Nullable String waveform) {

        Upload upload(Content content) {
            return new Upload(content, name, description, spoiler, durationS, waveform);
        }
    }
}
