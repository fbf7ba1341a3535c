package chat.parley.permission;

import java.util.List;

/// Whether one permission is there, and what decided it.
///
/// @param roles those whose bits or overwrites decided, for the reasons that name roles
public record Verdict(Permission permission, boolean allowed, Reason reason, List<Long> roles) {
    public Verdict {
        roles = List.copyOf(roles);
    }

    /// What decided, the last word first.
    public enum Reason {
        /// The owner may do everything.
        OWNER,
        /// A role makes them an administrator.
        ADMINISTRATOR,
        /// Granted to everybody in the guild.
        EVERYONE,
        /// Granted by roles in the guild.
        ROLE,
        /// The channel's overwrite of `@everyone`.
        OVERWRITE_EVERYONE,
        /// The channel's overwrites of roles held.
        OVERWRITE_ROLE,
        /// The channel's overwrite of the member.
        OVERWRITE_MEMBER,
        /// Nothing grants it.
        NOT_GRANTED,
        /// It means nothing without seeing the channel.
        NEEDS_VIEW,
        /// It means nothing without sending messages.
        NEEDS_SENDING,
        /// It means nothing without entering the voice channel.
        NEEDS_CONNECTING,
        /// It is taken away for as long as they are timed out.
        TIMED_OUT,
        /// They have not accepted the rules yet.
        PENDING
    }
}
