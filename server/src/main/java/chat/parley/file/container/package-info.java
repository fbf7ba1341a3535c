/// Files that are containers: read at any place, and copied with some places overwritten, so that what refers to
/// places in them still does.
@NullMarked
package chat.parley.file.container;

import org.jspecify.annotations.NullMarked;
