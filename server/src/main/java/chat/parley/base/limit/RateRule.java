package chat.parley.base.limit;

/// The limits that single routes have, beside the one of each caller or address.
public enum RateRule {
    NONE,
    /// Register and sign in, counted by address.
    SIGN_IN,
    /// Sending messages, counted by person and channel.
    SEND
}
