/// The text of messages as pure functions: cleaning it, finding whom it calls, telling an emoji from other characters.
/// Knows no store, no guild and nobody's permissions; `message` and its subpackages use it.
@NullMarked
package chat.parley.message.text;

import org.jspecify.annotations.NullMarked;
