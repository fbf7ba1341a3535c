/// Conversations beside a channel: starting, changing, archiving and deleting threads, and who is in them. The message
/// that a thread starts from, and everything that is said in one, is the work of `message.thread`.
@NullMarked
package chat.parley.channel.thread;

import org.jspecify.annotations.NullMarked;
