package chat.parley.auth;

/// Who may register on this node.
public enum RegistrationMode {
    OPEN,
    /// Those who hold a valid invite to a guild.
    INVITE,
    CLOSED
}
