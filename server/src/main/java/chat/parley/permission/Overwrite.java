package chat.parley.permission;

/// What a channel grants and takes from one role or member, over what the guild says.
///
/// @param target id of the role or of the member
/// @param allow bits granted
/// @param deny bits taken
public record Overwrite(Kind kind, long target, long allow, long deny) {
    /// The order is Discord's number on the wire.
    public enum Kind {
        ROLE,
        MEMBER
    }
}
