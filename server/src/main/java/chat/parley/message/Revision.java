package chat.parley.message;

import org.jspecify.annotations.Nullable;

/// What somebody wants to change in a message; what is `null` stays.
public record Revision(@Nullable String content, @Nullable Integer flags, AllowedMentions allowed) {
    public Revision {
        content = content == null ? null : Draft.fit(content);
    }
}
