/// Applications: programs that act on this node, each with a bot account of the same id. The developer portal and the
/// gateway call it; what an application is given in a guild is in [chat.parley.bot.install].
@NullMarked
package chat.parley.bot;

import org.jspecify.annotations.NullMarked;
