/// Sounds that people play to everybody in their voice channel. Nothing of a sound goes through the media server:
/// all are told which one it is, and each client plays the file itself. The sounds of guilds belong to
/// [chat.parley.guild.expression]; those that every node has are made here, by arithmetic.
@NullMarked
package chat.parley.voice.soundboard;

import org.jspecify.annotations.NullMarked;
