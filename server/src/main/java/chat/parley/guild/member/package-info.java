/// Who is in a guild and how they came, changed and went: joining, leaving, nicknames, roles given and taken,
/// timeouts, kicks and bans. Changes go through [chat.parley.guild.Guilds#write]; the rules of who may act upon
/// whom are [chat.parley.guild.GuildAccess]'s.
@NullMarked
package chat.parley.guild.member;

import org.jspecify.annotations.NullMarked;
