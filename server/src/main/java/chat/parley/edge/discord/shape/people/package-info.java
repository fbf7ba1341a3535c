/// What people are told of each other, as Discord writes it: conversations, relationships, notes and settings of
/// their own. Records only, made by the endpoints and by the gateway's words.
@NullMarked
package chat.parley.edge.discord.shape.people;

import org.jspecify.annotations.NullMarked;
