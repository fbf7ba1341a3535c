/// What a file is, judged by its bytes, and what it may be called. What the sender claims of either is not believed.
@NullMarked
package chat.parley.file.kind;

import org.jspecify.annotations.NullMarked;
