package chat.parley.base.limit;

/// The limits that single routes have, beside the one of each caller or address. Those with numbers are counted
/// for each route, caller and channel, guild or webhook; the numbers of the others are settings.
public enum RateRule {
    NONE(0, 0),
    /// Register and sign in, counted by address.
    SIGN_IN(0, 0),
    /// Sending messages, counted by person and channel.
    SEND(0, 0),
    /// Changing messages, pinning them.
    EDIT(10, 10_000),
    /// Deleting messages.
    DELETE(10, 2_000),
    /// Reacting.
    REACT(10, 2_500),
    /// Playing sounds in voice channels.
    PLAY(5, 10_000),
    /// Changing channels, members and their roles, banning.
    MANAGE(10, 5_000),
    /// What a webhook does, counted by its address; an interaction is one, too.
    HOOK(5, 2_000);

    private final int uses;
    private final long perMs;

    RateRule(int uses, long perMs) {
        this.uses = uses;
        this.perMs = perMs;
    }

    int uses() {
        return uses;
    }

    long perMs() {
        return perMs;
    }
}
