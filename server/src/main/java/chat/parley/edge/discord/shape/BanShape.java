package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Discord's ban object.
public record BanShape(
        UserShape user, @JsonInclude(ALWAYS) @Nullable String reason) {}
