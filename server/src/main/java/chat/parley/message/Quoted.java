package chat.parley.message;

import org.jspecify.annotations.Nullable;

/// A message together with the one that it answers, which is absent when it answers none or that one is gone.
public record Quoted(Message message, @Nullable Message answered) {}
