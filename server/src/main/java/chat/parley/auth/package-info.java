/// Proving who somebody is: registration, sign-in, sign-out, and turning a header into a
/// [chat.parley.account.Caller]. Edges call it before anything else. Passwords and tokens never leave it: not into a
/// log, not into an exception, and into the database only as hashes.
@NullMarked
package chat.parley.auth;

import org.jspecify.annotations.NullMarked;
