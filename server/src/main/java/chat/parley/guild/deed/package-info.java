/// What people do to a guild that its moderators may look up later: who did what to whom, which values it changed,
/// and why. A verb says a [chat.parley.guild.deed.Deed] after the change is durable and while it still holds the
/// right to write, so that deeds are in the order of what they tell:
///
/// ```
/// writing.become(next, new GuildEvent.RoleUpdated(guild, after));
/// writing.note(Deed.of(caller, guild, DeedKind.ROLE_UPDATE, after.id())
///         .changing(Changes.between(before, after).tell("name", Role::name).tell("color", Role::color)));
/// ```
///
/// Without a [chat.parley.guild.GuildWriting] at hand, publish it on the bus: that is all that `note` does. The reason
/// travels with the caller ([chat.parley.account.Caller#because]); no verb needs a parameter for it. `audit` writes
/// every deed before the publication returns, and tells those who may see the log. Keys of changes and options are
/// those of Discord's audit log. Whoever adds a verb of a new kind adds nothing here: all of Discord's kinds are in
/// [chat.parley.guild.deed.DeedKind].
@NullMarked
package chat.parley.guild.deed;

import org.jspecify.annotations.NullMarked;
