package chat.parley.file.blob;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Named bytes. A blob is written once, whole or not at all, and never changed; names are made by the program
/// (`attachments/17/42`), never by people. All of it blocks; a failure of the storage is an
/// [java.io.UncheckedIOException].
public interface Blobs {
    /// Returns when it is durable. One that was there is replaced.
    ///
    /// @param length exactly as much as the stream holds
    void put(String name, InputStream in, long length);

    /// A range of it, or `null` when there is no such blob. What lies beyond the end is left out.
    @Nullable
    InputStream get(String name, long from, long count);

    /// Fine when there is none.
    void delete(String name);

    boolean exists(String name);
}
