/// Conversations: two people, or up to ten, without a community around them. They are stored and delivered as guilds
/// are ([chat.parley.guild.Guild.Kind]), so messages, reads, typing and rights know nothing of them; what is here is
/// who may begin one, come, go, rename and close, and who may write to whom. Called by the edges and, before each
/// message in a conversation, by `message`. Nobody but those in a conversation ever hears of it.
@NullMarked
package chat.parley.conversation;

import org.jspecify.annotations.NullMarked;
