/// Signed-in devices. A session is a family of refresh tokens, each good for one use; it ends when somebody signs out,
/// revokes it, or uses a spent token.
@NullMarked
package chat.parley.auth.session;

import org.jspecify.annotations.NullMarked;
