/// The roles of a guild and their order. Who may change which is decided by rank: strictly below one's own highest
/// role.
@NullMarked
package chat.parley.guild.role;

import org.jspecify.annotations.NullMarked;
