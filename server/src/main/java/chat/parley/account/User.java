package chat.parley.account;

import chat.parley.base.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account as anybody may see it. What only its owner sees is [Account].
///
/// @param username unique, lower-case, 2 to 32 characters
/// @param displayName what people read; absent means the username
/// @param avatar hash of the picture, absent means none
/// @param accentColor 24-bit RGB
public record User(
        UserId id,
        String username,
        @Nullable String displayName,
        @Nullable String avatar,
        @Nullable String banner,
        @Nullable Integer accentColor,
        Kind kind,
        Instant createdAt) {

    public enum Kind {
        PERSON,
        BOT,
        /// The account was deleted; its messages stay without a name.
        DELETED
    }

    public String shownName() {
        return displayName == null ? username : displayName;
    }
}
