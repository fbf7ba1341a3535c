package chat.parley.permission;

import static chat.parley.permission.Permission.ADMINISTRATOR;
import static chat.parley.permission.Permission.CONNECT;
import static chat.parley.permission.Permission.READ_MESSAGE_HISTORY;
import static chat.parley.permission.Permission.SEND_MESSAGES;
import static chat.parley.permission.Permission.SEND_MESSAGES_IN_THREADS;
import static chat.parley.permission.Permission.VIEW_CHANNEL;

import java.util.List;
import java.util.function.LongPredicate;

/// How permissions resolve, in Discord's order (Discord docs, topics/permissions):
///
/// 1. The owner may do everything.
/// 2. Otherwise `@everyone`'s bits and those of every role held are united; `ADMINISTRATOR` among them means
///    everything, and no channel takes it back.
/// 3. In a channel, the overwrite of `@everyone` first denies, then allows; then the overwrites of all roles
///    held deny together and allow together, so an allow of one role wins over a deny of another whatever their
///    positions; then the member's own overwrite denies and allows. None of them can make an administrator.
/// 4. Some bits mean nothing without another and are taken away with it: everything without `VIEW_CHANNEL`,
///    the forms of sending without `SEND_MESSAGES`, and in a voice channel what happens inside without
///    `CONNECT`.
/// 5. In a thread what its channel says holds, with `SEND_MESSAGES_IN_THREADS` in the place of `SEND_MESSAGES`.
/// 6. Who is timed out may only look and read, except the owner and administrators.
///
/// This is the rule behind every hot path, but not on it: `channel` computes one row of bits for each set of
/// roles and rule change, and the check of a message or an event is a look-up in that row.
public final class Permissions {
    /// Every bit that has a name. Others are dropped where they come in.
    public static final long ALL = bits(Permission.values());

    /// What `@everyone` may do in a new guild.
    public static final long DEFAULT = bits(
            Permission.CREATE_INSTANT_INVITE,
            Permission.ADD_REACTIONS,
            Permission.STREAM,
            VIEW_CHANNEL,
            SEND_MESSAGES,
            Permission.EMBED_LINKS,
            Permission.ATTACH_FILES,
            READ_MESSAGE_HISTORY,
            Permission.MENTION_EVERYONE,
            Permission.USE_EXTERNAL_EMOJIS,
            CONNECT,
            Permission.SPEAK,
            Permission.USE_VAD,
            Permission.CHANGE_NICKNAME,
            Permission.USE_APPLICATION_COMMANDS,
            Permission.REQUEST_TO_SPEAK,
            Permission.CREATE_PUBLIC_THREADS,
            Permission.CREATE_PRIVATE_THREADS,
            Permission.USE_EXTERNAL_STICKERS,
            SEND_MESSAGES_IN_THREADS,
            Permission.USE_EMBEDDED_ACTIVITIES,
            Permission.USE_SOUNDBOARD,
            Permission.CREATE_GUILD_EXPRESSIONS,
            Permission.CREATE_EVENTS,
            Permission.USE_EXTERNAL_SOUNDS,
            Permission.SEND_VOICE_MESSAGES,
            Permission.SET_VOICE_CHANNEL_STATUS,
            Permission.SEND_POLLS,
            Permission.USE_EXTERNAL_APPS);

    /// What everybody in a conversation may do.
    public static final long PRIVATE = bits(
            Permission.ADD_REACTIONS,
            Permission.STREAM,
            VIEW_CHANNEL,
            SEND_MESSAGES,
            Permission.EMBED_LINKS,
            Permission.ATTACH_FILES,
            READ_MESSAGE_HISTORY,
            Permission.MENTION_EVERYONE,
            Permission.USE_EXTERNAL_EMOJIS,
            CONNECT,
            Permission.SPEAK,
            Permission.USE_VAD,
            Permission.USE_APPLICATION_COMMANDS,
            Permission.USE_EXTERNAL_STICKERS,
            Permission.USE_EMBEDDED_ACTIVITIES,
            Permission.USE_EXTERNAL_SOUNDS,
            Permission.SEND_VOICE_MESSAGES,
            Permission.SEND_POLLS,
            Permission.USE_EXTERNAL_APPS,
            Permission.PIN_MESSAGES);

    /// What goes with `SEND_MESSAGES`.
    static final long NEEDS_SENDING = bits(
            Permission.SEND_TTS_MESSAGES,
            Permission.EMBED_LINKS,
            Permission.ATTACH_FILES,
            Permission.MENTION_EVERYONE,
            Permission.SEND_VOICE_MESSAGES,
            Permission.SEND_POLLS);

    /// What goes with `CONNECT` in a voice channel. Changing the channel is part of it: who may not enter may not
    /// rearrange either.
    static final long NEEDS_CONNECTING = bits(
            Permission.PRIORITY_SPEAKER,
            Permission.STREAM,
            Permission.SPEAK,
            Permission.MUTE_MEMBERS,
            Permission.DEAFEN_MEMBERS,
            Permission.MOVE_MEMBERS,
            Permission.USE_VAD,
            Permission.REQUEST_TO_SPEAK,
            Permission.USE_EMBEDDED_ACTIVITIES,
            Permission.USE_SOUNDBOARD,
            Permission.USE_EXTERNAL_SOUNDS,
            Permission.SET_VOICE_CHANNEL_STATUS,
            Permission.MANAGE_CHANNELS,
            Permission.MANAGE_ROLES);

    /// What is left to somebody who is timed out.
    static final long WHILE_TIMED_OUT = bits(VIEW_CHANNEL, READ_MESSAGE_HISTORY);

    private Permissions() {}

    public static long bits(Permission... permissions) {
        long bits = 0;
        for (var permission : permissions) {
            bits |= permission.bit();
        }
        return bits;
    }

    /// What somebody who is not the owner may do in the guild.
    ///
    /// @param everyone bits of the role `@everyone`
    /// @param granted bits of all other roles held, united
    public static long inGuild(long everyone, long granted) {
        long bits = everyone | granted;
        return ADMINISTRATOR.in(bits) ? ALL : bits;
    }

    /// What somebody may do in a channel.
    ///
    /// @param inGuild result of [#inGuild]
    /// @param everyone id of the role `@everyone`
    /// @param holds whether a role is held, by its id
    /// @param member id of the user
    public static long inChannel(
            long inGuild, List<Overwrite> overwrites, long everyone, LongPredicate holds, long member, boolean voice) {
        return ADMINISTRATOR.in(inGuild)
                ? ALL
                : withoutTheMeaningless(resolved(inGuild, overwrites, everyone, holds, member), voice);
    }

    /// What somebody may do in the threads of a channel. They have no overwrites of their own, and whether one may
    /// write in them is asked of another bit; here, as everywhere, the answer is `SEND_MESSAGES`.
    ///
    /// @param overwrites of the channel that the threads belong to; the rest as for [#inChannel]
    public static long inThread(
            long inGuild, List<Overwrite> overwrites, long everyone, LongPredicate holds, long member) {
        if (ADMINISTRATOR.in(inGuild)) {
            return ALL;
        }
        long bits = resolved(inGuild, overwrites, everyone, holds, member);
        long writing = SEND_MESSAGES_IN_THREADS.in(bits) ? bits | SEND_MESSAGES.bit() : bits & ~SEND_MESSAGES.bit();
        return withoutTheMeaningless(writing, false);
    }

    private static long resolved(
            long inGuild, List<Overwrite> overwrites, long everyone, LongPredicate holds, long member) {
        long bits = inGuild;
        long roleAllow = 0;
        long roleDeny = 0;
        long ownAllow = 0;
        long ownDeny = 0;
        for (var overwrite : overwrites) {
            if (overwrite.kind() == Overwrite.Kind.MEMBER) {
                if (overwrite.target() == member) {
                    ownAllow = overwrite.allow();
                    ownDeny = overwrite.deny();
                }
            } else if (overwrite.target() == everyone) {
                bits = (bits & ~overwrite.deny()) | overwrite.allow();
            } else if (holds.test(overwrite.target())) {
                roleAllow |= overwrite.allow();
                roleDeny |= overwrite.deny();
            }
        }
        bits = (bits & ~roleDeny) | roleAllow;
        bits = (bits & ~ownDeny) | ownAllow;
        return bits & ~ADMINISTRATOR.bit();
    }

    /// What is left to somebody who is timed out; owner and administrators cannot be.
    public static long whileTimedOut(long bits) {
        return ADMINISTRATOR.in(bits) ? bits : bits & WHILE_TIMED_OUT;
    }

    private static long withoutTheMeaningless(long bits, boolean voice) {
        if (!VIEW_CHANNEL.in(bits)) {
            return 0;
        }
        long left = SEND_MESSAGES.in(bits) ? bits : bits & ~NEEDS_SENDING;
        return voice && !CONNECT.in(left) ? left & ~NEEDS_CONNECTING : left;
    }
}
