/// How much a subscriber's line carries, found out from the transport-wide feedback about what we send it:
/// growing delay means a queue fills, loss that grows with the rate means it is full. After
/// draft-ietf-rmcat-gcc, with one addition for lines that lose whatever is sent.
@NullMarked
package chat.parley.media.estimate;

import org.jspecify.annotations.NullMarked;
