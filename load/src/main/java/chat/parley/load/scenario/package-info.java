/// What can be measured; `Main` lists it. Latencies of open loops count from the moment at which something was
/// due, so a stall is not left out.
@NullMarked
package chat.parley.load.scenario;

import org.jspecify.annotations.NullMarked;
