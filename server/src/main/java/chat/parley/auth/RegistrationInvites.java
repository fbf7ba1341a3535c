package chat.parley.auth;

import chat.parley.account.Caller;

/// What registration needs to know of invites, which belong to guilds: a feature that may import this one, but not the
/// other way round.
public interface RegistrationInvites {
    /// Whether the code lets somebody in now.
    boolean valid(String code);

    /// Takes the new person into the invite's guild.
    ///
    /// @throws Refused when the invite was used up meanwhile
    void join(Caller caller, String code);
}
