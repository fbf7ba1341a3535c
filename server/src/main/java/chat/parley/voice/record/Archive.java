package chat.parley.voice.record;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.Snowflakes;
import chat.parley.file.blob.Vault;
import chat.parley.voice.record.mix.Mix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes finished recordings into the file store, encrypted; also those that a crash left behind, up to where they were
/// written.
final class Archive {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final int SWEPT_AT_ONCE = 100;

    private final RecordingStore store;
    private final Vault vault;
    private final Path root;
    private final Snowflakes ids;
    private final Clock clock;

    /// @param root where recordings are as long as they are written
    Archive(RecordingStore store, Vault vault, Path root, Snowflakes ids, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.root = root;
        this.ids = ids;
        this.clock = clock;
    }

    Path folder(EntityId recording) {
        return root.resolve(recording.text());
    }

    /// @param durations of the files, in milliseconds
    void keep(EntityId recording, Map<Title, Long> durations, Instant ended) {
        var folder = folder(recording);
        var files = new ArrayList<RecordingFile>();
        var voices = new ArrayList<Mix.Voice>();
        durations.forEach((title, duration) -> {
            var path = folder.resolve(title.filename());
            if (title.filename().endsWith(".ogg")) {
                voices.add(new Mix.Voice(path, title.offsetMs()));
            }
            add(
                    files,
                    new RecordingFile(id(), recording, title.user(), title.source(), title.offsetMs(), duration, 0),
                    path);
        });
        mix(recording, voices, folder, files);
        store.ended(recording, ended, files);
        remove(folder);
    }

    private void mix(EntityId recording, List<Mix.Voice> voices, Path folder, List<RecordingFile> files) {
        if (voices.isEmpty()) {
            return;
        }
        var path = folder.resolve("mix.ogg");
        try {
            long duration = Mix.of(voices, path);
            add(files, new RecordingFile(id(), recording, null, RecordingFile.MIX, 0, duration, 0), path);
        } catch (IOException | RuntimeException failure) {
            LOG.error("The voices of the recording {} could not be mixed; each is there by itself", recording, failure);
        }
    }

    private void add(List<RecordingFile> files, RecordingFile file, Path path) {
        try (var in = Files.newInputStream(path)) {
            long bytes = Files.size(path);
            vault.put(file.blob(), in, bytes);
            files.add(new RecordingFile(
                    file.id(),
                    file.recording(),
                    file.user(),
                    file.source(),
                    file.offsetMs(),
                    file.durationMs(),
                    bytes));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private EntityId id() {
        return new EntityId(ids.next());
    }

    /// What an earlier run of the node was killed in the middle of.
    void recover() {
        for (var recording : store.unfinished()) {
            try {
                recover(recording);
            } catch (IOException | RuntimeException failure) {
                LOG.error("The recording {} that was cut off could not be saved", recording.id(), failure);
            }
        }
    }

    private void recover(Recording recording) throws IOException {
        var durations = new TreeMap<Title, Long>((a, b) -> a.filename().compareTo(b.filename()));
        var ended = recording.startedAt();
        var folder = folder(recording.id());
        if (Files.isDirectory(folder)) {
            try (var paths = Files.list(folder)) {
                for (var path : paths.toList()) {
                    var title = Title.of(path.getFileName().toString());
                    var written = Files.getLastModifiedTime(path).toInstant();
                    var began = recording.startedAt().plusMillis(title == null ? 0 : title.offsetMs());
                    if (title != null && Files.size(path) > 0) {
                        durations.put(
                                title,
                                Math.max(0, Duration.between(began, written).toMillis()));
                        ended = written.isAfter(ended) ? written : ended;
                    }
                }
            }
        }
        LOG.info("The recording {} was cut off; {} files of it are saved", recording.id(), durations.size());
        keep(recording.id(), durations, ended);
    }

    void delete(Recording recording) {
        for (var file : store.files(recording.id())) {
            vault.delete(file.blob());
        }
        store.delete(recording.id());
    }

    /// Deletes what is older than that.
    void sweep(Duration kept) {
        List<Recording> old;
        do {
            old = store.before(clock.instant().minus(kept), SWEPT_AT_ONCE);
            old.forEach(this::delete);
        } while (old.size() == SWEPT_AT_ONCE);
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (var paths = Files.list(folder)) {
            for (var path : paths.toList()) {
                Files.delete(path);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            LOG.warn("What is left in {} could not be deleted", folder, failure);
        }
    }
}
