/// Events over time.
@NullMarked
package chat.parley.channel.event;

import org.jspecify.annotations.NullMarked;
