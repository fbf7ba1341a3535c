/// Bot users and their tokens. A token is shown once, when it is made, and kept as a hash.
@NullMarked
package chat.parley.auth.bot;

import org.jspecify.annotations.NullMarked;
