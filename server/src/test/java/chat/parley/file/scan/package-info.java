/// Looking for viruses.
@NullMarked
package chat.parley.file.scan;

import org.jspecify.annotations.NullMarked;
