/// Bots that were written for Discord, run against the real server: the two libraries as they come, the programs in
/// `bots/` as they are.
@NullMarked
package chat.parley.bots;

import org.jspecify.annotations.NullMarked;
