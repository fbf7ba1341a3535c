/// Programs that act for people (OAuth 2, RFC 6749): somebody agrees on a page, the program comes back with a code and
/// its proof, and gets tokens that reach no further than what was agreed to. Of codes, tokens and secrets only hashes
/// are kept.
@NullMarked
package chat.parley.bot.oauth;

import org.jspecify.annotations.NullMarked;
