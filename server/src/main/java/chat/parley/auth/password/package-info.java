/// What a password must be, and how it is kept. Hashing is slow and hungry by design, so it has its own few threads
/// and a bounded queue.
@NullMarked
package chat.parley.auth.password;

import org.jspecify.annotations.NullMarked;
