/// The example of the README, from outside: public parts of the engine only.
@NullMarked
package chat.parley.media.example;

import org.jspecify.annotations.NullMarked;
