/// Calls to addresses that other people wrote down: webhooks, interaction endpoints, link previews. Nobody may use them
/// to reach what only this machine can reach, so the name is resolved once, every address it has is judged, and the
/// connection goes to exactly the address that was judged.
@NullMarked
package chat.parley.base.web;

import org.jspecify.annotations.NullMarked;
