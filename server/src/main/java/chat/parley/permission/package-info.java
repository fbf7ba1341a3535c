/// Discord's permission bits and how they resolve, as pure functions: no store, no clock, no I/O. Imported by
/// guild and channel.
@NullMarked
package chat.parley.permission;

import org.jspecify.annotations.NullMarked;
