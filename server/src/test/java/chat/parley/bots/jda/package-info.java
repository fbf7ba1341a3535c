/// A moderation, ticket and poll bot, written for Discord with JDA 6. Nothing in it knows Parley but the address.
@NullMarked
package chat.parley.bots.jda;

import org.jspecify.annotations.NullMarked;
