package chat.parley.media.send;

/// Whose layers come first when a line does not carry all. Sound is never asked: it comes before them.
public enum Priority {
    /// Of a shared screen.
    SCREEN,
    /// Of whoever the subscriber has chosen to see large.
    PINNED,
    /// Of everybody else.
    GRID
}
