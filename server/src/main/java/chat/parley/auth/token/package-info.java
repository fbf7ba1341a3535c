/// Access tokens: JWTs signed with RS256 by keys of this node, which rotate. Verified strictly (RFC 8725) and once;
/// afterwards a token is a look-up.
@NullMarked
package chat.parley.auth.token;

import org.jspecify.annotations.NullMarked;
