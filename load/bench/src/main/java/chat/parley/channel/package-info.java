/// Measures what it costs to ask what a member may do; in the package of what it measures, whose tables nobody else
/// sees.
@NullMarked
package chat.parley.channel;

import org.jspecify.annotations.NullMarked;
