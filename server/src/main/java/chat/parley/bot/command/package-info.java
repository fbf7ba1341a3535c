/// The commands of applications: what they are called, what they ask for, and who may use them where. Using one is
/// [chat.parley.bot.interaction].
@NullMarked
package chat.parley.bot.command;

import org.jspecify.annotations.NullMarked;
