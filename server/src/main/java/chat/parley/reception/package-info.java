/// How a guild receives newcomers: the rules that they accept before they may write, the questions whose answers give
/// roles and channels, the screen that greets them. Whether any of it is on stands in the guild itself
/// ([chat.parley.guild.Reception]), so that those who have arrived pay nothing for it; what it says is read here from
/// the database when somebody asks.
@NullMarked
package chat.parley.reception;

import org.jspecify.annotations.NullMarked;
