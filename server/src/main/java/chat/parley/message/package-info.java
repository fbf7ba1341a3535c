/// What people write: durable append, history, edits, reactions, pins, read states and typing.
@NullMarked
package chat.parley.message;

import org.jspecify.annotations.NullMarked;
