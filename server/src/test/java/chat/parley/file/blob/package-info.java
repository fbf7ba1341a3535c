/// The storage of files: one contract for both kinds, and what encryption promises.
@NullMarked
package chat.parley.file.blob;

import org.jspecify.annotations.NullMarked;
