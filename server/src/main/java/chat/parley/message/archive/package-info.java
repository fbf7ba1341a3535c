/// Everything that was ever written, page by page, for what is derived from it: the search index. Whoever may see it
/// is not asked here.
@NullMarked
package chat.parley.message.archive;

import org.jspecify.annotations.NullMarked;
