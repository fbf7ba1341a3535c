package chat.parley.message;

import chat.parley.base.id.UserId;
import org.jspecify.annotations.Nullable;

/// A message together with the one that it answers, which is absent when it answers none or that one is gone.
public record Quoted(Message message, @Nullable Message answered) {
    /// For bots that did not ask for what is said: who, when and where, and nothing of what.
    public Quoted blanked() {
        return new Quoted(message.blanked(), answered == null ? null : answered.blanked());
    }

    /// Whether they read it in any case: who wrote it, whom it calls, and whoever is in a conversation.
    public boolean concerns(UserId reader) {
        return message.isPrivate()
                || message.author().equals(reader)
                || message.mentions().users().contains(reader);
    }
}
