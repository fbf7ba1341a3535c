package chat.parley.conversation;

import chat.parley.base.id.UserId;
import chat.parley.guild.Guilds;

/// Who may write to whom without a community around them: people who share one.
public final class Reach {
    private final Guilds guilds;

    public Reach(Guilds guilds) {
        this.guilds = guilds;
    }

    /// From memory, once both have turned up: it is asked before each message in a conversation of two.
    public boolean mayWrite(UserId by, UserId to) {
        return !guilds.shared(by, to).isEmpty();
    }
}
