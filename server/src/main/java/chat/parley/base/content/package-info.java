/// Bytes that are too many for the memory: a request's body, a file that is being worked on. They lie in files without
/// names, which vanish when they are closed.
@NullMarked
package chat.parley.base.content;

import org.jspecify.annotations.NullMarked;
