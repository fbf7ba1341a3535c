/// What is said in threads: how much, who joins by it, the message that a thread starts from, and when one has been
/// silent for so long that it is archived.
@NullMarked
package chat.parley.message.thread;

import org.jspecify.annotations.NullMarked;
