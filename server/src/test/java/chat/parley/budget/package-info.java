/// What the hot paths may cost, as counts that are the same on every machine: statements for a request, bytes
/// of a frame, garbage of a delivery, rows of permissions computed for an event. A change that makes one of
/// them grow turns a test red; clocks belong to `load`.
@NullMarked
package chat.parley.budget;

import org.jspecify.annotations.NullMarked;
