package chat.parley.reception.template;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A guild's plan under a code.
///
/// @param uses how many guilds were made from it
/// @param updatedAt when it was last synchronised or renamed
public record Template(
        String code,
        GuildId guild,
        String name,
        @Nullable String description,
        int uses,
        UserId creator,
        Instant createdAt,
        Instant updatedAt,
        Plan plan) {

    Template called(String otherName, @Nullable String otherDescription, Instant now) {
        return new Template(code, guild, otherName, otherDescription, uses, creator, createdAt, now, plan);
    }

    Template with(Plan other, Instant now) {
        return new Template(code, guild, name, description, uses, creator, createdAt, now, other);
    }
}
