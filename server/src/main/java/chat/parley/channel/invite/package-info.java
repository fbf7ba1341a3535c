/// Invites: codes that let people into a guild through one of its channels. Not kept in memory; how often one
/// was used is counted where it is stored, in the transaction that makes the member.
@NullMarked
package chat.parley.channel.invite;

import org.jspecify.annotations.NullMarked;
