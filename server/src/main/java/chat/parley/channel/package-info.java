/// Channels of a guild: kinds, order, overwrites, and who may see and do what in each (the permission cache of
/// the hot paths).
@NullMarked
package chat.parley.channel;

import org.jspecify.annotations.NullMarked;
