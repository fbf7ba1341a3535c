package chat.parley.edge.discord.rest.bot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a command can ask for, by Discord's numbers.
enum OptionKind {
    SUBCOMMAND(1),
    GROUP(2),
    STRING(3),
    INTEGER(4),
    BOOLEAN(5),
    USER(6),
    CHANNEL(7),
    ROLE(8),
    MENTIONABLE(9),
    NUMBER(10),
    ATTACHMENT(11);

    final int type;

    OptionKind(int type) {
        this.type = type;
    }

    /// Another level of the command, not a value.
    boolean branch() {
        return this == SUBCOMMAND || this == GROUP;
    }

    boolean number() {
        return this == INTEGER || this == NUMBER;
    }

    /// Whether its values can be offered.
    boolean offered() {
        return this == STRING || number();
    }

    /// The value is somebody's or something's id.
    boolean id() {
        return this == USER || this == CHANNEL || this == ROLE || this == MENTIONABLE || this == ATTACHMENT;
    }

    static @Nullable OptionKind of(int type) {
        return Arrays.stream(values()).filter(it -> it.type == type).findFirst().orElse(null);
    }
}
