/// Communities: their settings, roles, members, invites and bans, kept in memory as immutable snapshots with an
/// epoch, written through to the database. Channels stand above, in `channel`.
@NullMarked
package chat.parley.guild;

import org.jspecify.annotations.NullMarked;
