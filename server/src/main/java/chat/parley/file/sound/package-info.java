/// Short sounds that everybody may hear: those of soundboards. Each is examined, measured, cleaned of what it
/// tells about its maker and kept encrypted like every file; its id names it for ever, because it never changes.
@NullMarked
package chat.parley.file.sound;

import org.jspecify.annotations.NullMarked;
