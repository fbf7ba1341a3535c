/// Tests of presences.
@NullMarked
package chat.parley.presence;

import org.jspecify.annotations.NullMarked;
