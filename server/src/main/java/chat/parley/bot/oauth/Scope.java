package chat.parley.bot.oauth;

import chat.parley.bot.install.Installations;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a program can be allowed, by Discord's words.
public enum Scope {
    IDENTIFY("identify"),
    EMAIL("email"),
    GUILDS("guilds"),
    MEMBERS_READ("guilds.members.read"),
    BOT(Installations.BOT),
    COMMANDS(Installations.COMMANDS),
    WEBHOOK("webhook.incoming");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// Whether it says what a token reads about its person.
    public boolean personal() {
        return this == IDENTIFY || this == EMAIL || this == GUILDS || this == MEMBERS_READ;
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    /// All words, in their order.
    public static List<String> words() {
        return Arrays.stream(values()).map(Scope::word).toList();
    }
}
