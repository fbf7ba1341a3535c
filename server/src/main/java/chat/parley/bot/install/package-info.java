/// What applications are given in guilds: who installed which, with which scopes. An installed bot is a member with a
/// role of its own; when it leaves, role and installation go.
@NullMarked
package chat.parley.bot.install;

import org.jspecify.annotations.NullMarked;
