/// Polls: votes, who voted what, and the end, early or by time, which is told by a message. What is asked stands in
/// the message itself (`message.rich.Poll`).
@NullMarked
package chat.parley.message.poll;

import org.jspecify.annotations.NullMarked;
