/// Who somebody is: users and their profile. Proving it (passwords, tokens, sessions) is `auth`.
@NullMarked
package chat.parley.account;

import org.jspecify.annotations.NullMarked;
