/// Somebody uses a command, a button, a menu or a form, and the application answers. All of it lives in memory: an
/// interaction for a quarter of an hour, a message that only its receiver may see as long as there is room. What
/// everybody may read becomes an ordinary message.
@NullMarked
package chat.parley.bot.interaction;

import org.jspecify.annotations.NullMarked;
