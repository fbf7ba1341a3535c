package chat.parley.edge.discord.rest.api;

import chat.parley.account.Caller;

/// Tells from the `Authorization` header who calls.
@FunctionalInterface
public interface Identification {
    /// @throws chat.parley.base.refusal.Refused with `Unauthorized` when the token is missing, expired,
    ///     revoked or forged
    Caller of(String authorization);
}
