package chat.parley.channel.trait;

/// How long a voice channel is there.
public enum Lifespan {
    /// Until somebody deletes it.
    KEPT,
    /// Until the last one leaves.
    TEMPORARY,
    /// As [#KEPT]; whoever enters gets a temporary channel of their own and is taken there.
    LOBBY
}
