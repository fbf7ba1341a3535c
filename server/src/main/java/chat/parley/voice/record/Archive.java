package chat.parley.voice.record;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.Snowflakes;
import chat.parley.file.blob.Vault;
import chat.parley.media.codec.Codec;
import chat.parley.voice.record.mix.Mix;
import java.io.IOException;
import java.io.OutputStream;
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
    private static final String MIX = "mix.opus";

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

    private Path folder(EntityId recording) {
        return root.resolve(recording.text());
    }

    void begin(EntityId recording) {
        try {
            Files.createDirectories(folder(recording));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A file of a recording that runs, encrypted, and readable after a crash as far as it was flushed.
    OutputStream write(EntityId recording, Title title) throws IOException {
        return write(recording, title.filename());
    }

    private OutputStream write(EntityId recording, String filename) throws IOException {
        return vault.journal(name(recording, filename), folder(recording).resolve(filename));
    }

    private Vault.Opened read(EntityId recording, String filename) throws IOException {
        return vault.replay(name(recording, filename), folder(recording).resolve(filename));
    }

    /// Under which the file is encrypted, so that it cannot be passed off as another one.
    private static String name(EntityId recording, String filename) {
        return "recordings/" + recording.text() + "/" + filename;
    }

    /// @param durations of the files, in milliseconds
    void keep(EntityId recording, Map<Title, Long> durations, Instant ended) {
        var files = new ArrayList<RecordingFile>();
        var voices = new ArrayList<Title>();
        durations.forEach((title, duration) -> {
            if (title.codec().audio) {
                voices.add(title);
            }
            var file = new RecordingFile(
                    id(), recording, title.user(), title.source(), title.codec(), title.offsetMs(), duration, 0);
            files.add(stored(file, title.filename()));
        });
        if (!voices.isEmpty()) {
            mix(recording, voices, files);
        }
        if (store.find(recording).isPresent()) {
            store.ended(recording, ended, files);
        } else {
            // The channel was deleted meanwhile.
            files.forEach(it -> vault.delete(it.blob()));
        }
        remove(folder(recording));
    }

    private void mix(EntityId recording, List<Title> titles, List<RecordingFile> files) {
        try {
            var voices = new ArrayList<Mix.Voice>();
            for (var title : titles) {
                voices.add(new Mix.Voice(read(recording, title.filename()).stream(), title.offsetMs()));
            }
            long duration = Mix.of(voices, write(recording, MIX), recording.hashCode());
            var file = new RecordingFile(id(), recording, null, RecordingFile.MIX, Codec.OPUS, 0, duration, 0);
            files.add(stored(file, MIX));
        } catch (IOException | RuntimeException failure) {
            LOG.error("The voices of the recording {} could not be mixed; each is there by itself", recording, failure);
        }
    }

    private RecordingFile stored(RecordingFile file, String filename) {
        try (var opened = read(file.recording(), filename)) {
            vault.put(file.blob(), opened.stream(), opened.length());
            return file.of(opened.length());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private EntityId id() {
        return new EntityId(ids.next());
    }

    /// What an earlier run of the node was killed in the middle of.
    ///
    /// @param before the id of this run's beginning
    void recover(EntityId before) {
        for (var recording : store.unfinished(before)) {
            try {
                recover(recording);
            } catch (IOException | RuntimeException failure) {
                LOG.error("The recording {} that was cut off could not be saved", recording.id(), failure);
            }
        }
    }

    /// Folders that nothing is to come of: stored already, deleted, or begun in the moment of the crash.
    ///
    /// @param before the id of this run's beginning
    void clear(EntityId before) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var folders = Files.list(root)) {
            for (var folder : folders.toList()) {
                String name = folder.getFileName().toString();
                if (!name.matches("[0-9]{1,19}") || EntityId.of(name).value() >= before.value()) {
                    continue;
                }
                var recording = store.find(EntityId.of(name));
                if (recording.isEmpty() || recording.get().endedAt() != null) {
                    remove(folder);
                }
            }
        } catch (IOException failure) {
            LOG.warn("What earlier recordings left in {} could not be looked through", root, failure);
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
                    if (title != null && holds(recording.id(), path)) {
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

    /// One that was cut off before its first piece is left out.
    private boolean holds(EntityId recording, Path path) throws IOException {
        try (var opened = read(recording, path.getFileName().toString())) {
            return opened.length() > 0;
        }
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
