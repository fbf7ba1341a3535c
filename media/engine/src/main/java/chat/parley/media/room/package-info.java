/// What people in one room are to each other: who is heard among the loudest voices, who has the floor, and whose
/// cameras are shown because they spoke last.
@NullMarked
package chat.parley.media.room;

import org.jspecify.annotations.NullMarked;
