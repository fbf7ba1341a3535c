package chat.parley.bot.command;

/// Lets a role, a member or a channel use a command, or keeps it from them.
///
/// @param id of the role, user or channel; the guild's own for everybody, and one less for every channel
public record Rule(long id, int type, boolean permission) {
    public static final int ROLE = 1;
    public static final int USER = 2;
    public static final int CHANNEL = 3;
}
