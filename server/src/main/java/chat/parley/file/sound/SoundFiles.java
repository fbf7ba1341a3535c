package chat.parley.file.sound;

import chat.parley.base.content.Content;
import chat.parley.base.id.EntityId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.file.blob.Vault;
import chat.parley.file.kind.Sniffing;
import chat.parley.file.recording.Recordings;
import chat.parley.file.scan.Scanner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps and gives the sounds of soundboards.
public final class SoundFiles {
    private static final Pattern DATA_URI = Pattern.compile("data:[^;,]{0,64};base64,");
    private static final Set<String> TYPES = Set.of("audio/mpeg", "audio/ogg", "audio/wav");
    private static final String FOLDER = "soundboard-sounds/";

    private final Vault vault;
    private final Scanner scanner;

    public SoundFiles(Vault vault, Scanner scanner) {
        this.vault = vault;
        this.scanner = scanner;
    }

    /// A sound with its media type.
    public record Sound(String type, byte[] bytes) {}

    /// Reads a sound as JSON carries it: `data:audio/ogg;base64,…`.
    ///
    /// @param field for the refusal
    /// @throws Refused with `Invalid` when it is no MP3, Ogg or WAV, too large or too long
    public Sound read(String field, String dataUri) {
        var head = DATA_URI.matcher(dataUri);
        String base64 = head.lookingAt() ? dataUri.substring(head.end()) : dataUri;
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw new Refused(
                    Refusal.invalid(field, "BASE64_INVALID", "Invalid Base64").refusal(), broken);
        }
        if (bytes.length > Limits.SOUND_MAX_BYTES) {
            throw Refusal.invalid(
                    field,
                    "BINARY_TYPE_MAX_SIZE",
                    "File cannot be larger than " + Limits.SOUND_MAX_BYTES / 1_024 + " kb.");
        }
        scanner.check(Content.of(bytes));
        return cleaned(field, bytes);
    }

    private static Sound cleaned(String field, byte[] bytes) {
        var kind = Sniffing.of(Arrays.copyOf(bytes, Math.min(bytes.length, Sniffing.HEAD_BYTES)), "");
        if (!TYPES.contains(kind.type())) {
            throw Refusal.invalid(field, "SOUND_INVALID", "Sounds are MP3, Ogg or WAV.");
        }
        var out = new ByteArrayOutputStream(bytes.length);
        try {
            var recording = Recordings.clean(kind, Content.of(bytes), out);
            var seconds = recording.durationS();
            if (seconds == null || !TYPES.contains(recording.kind().type())) {
                throw Refusal.invalid(field, "SOUND_INVALID", "The sound has no length.");
            }
            if (seconds > Limits.SOUND_MAX_S) {
                throw Refusal.invalid(
                        field, "SOUND_TOO_LONG", "A sound takes at most " + Limits.SOUND_MAX_S + " seconds.");
            }
            return new Sound(recording.kind().type(), out.toByteArray());
        } catch (IOException broken) {
            throw new Refused(
                    Refusal.invalid(field, "SOUND_INVALID", "The sound is broken.")
                            .refusal(),
                    broken);
        }
    }

    /// Returns when it is durable.
    public void keep(EntityId id, Sound sound) {
        vault.put(FOLDER + id.text(), new ByteArrayInputStream(sound.bytes()), sound.bytes().length);
    }

    public void forget(EntityId id) {
        vault.delete(FOLDER + id.text());
    }

    /// `null` when there is none.
    public @Nullable Sound find(EntityId id) {
        var opened = vault.open(FOLDER + id.text());
        if (opened == null) {
            return null;
        }
        byte[] bytes = opened.bytes();
        var head = Arrays.copyOf(bytes, Math.min(bytes.length, Sniffing.HEAD_BYTES));
        return new Sound(Sniffing.of(head, "").type(), bytes);
    }
}
