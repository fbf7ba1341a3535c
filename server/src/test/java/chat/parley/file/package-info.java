/// Tests of how long files live.
@NullMarked
package chat.parley.file;

import org.jspecify.annotations.NullMarked;
