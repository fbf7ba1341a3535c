/// Events from features to listeners, in one order for all of a node. What a feature publishes has been committed
/// before.
@NullMarked
package chat.parley.base.bus;

import org.jspecify.annotations.NullMarked;
