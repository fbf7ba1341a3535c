/// From one stream that comes in to many that go out: which layer a subscriber gets, and under which numbers, so that
/// it sees one stream without gaps or jumps whatever is switched behind it; and which layers nobody wants.
@NullMarked
package chat.parley.media.forward;

import org.jspecify.annotations.NullMarked;
