package chat.parley.guild;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The emoji, stickers and sounds of a guild, in the order in which they were made.
public record Expressions(List<Emoji> emojis, List<Sticker> stickers, List<Sound> sounds) {
    public static final Expressions NONE = new Expressions(List.of(), List.of(), List.of());

    public Expressions {
        emojis = List.copyOf(emojis);
        stickers = List.copyOf(stickers);
        sounds = List.copyOf(sounds);
    }

    /// @param roles who may use it; empty for everybody
    public record Emoji(EntityId id, String name, List<RoleId> roles, boolean animated, UserId author) {
        /// Whether somebody with those roles may use it.
        public boolean usableBy(List<RoleId> held) {
            return roles.isEmpty() || roles.stream().anyMatch(held::contains);
        }
    }

    /// @param tags what it is found by: the name of an emoji
    /// @param format Discord's number: 1 PNG, 2 APNG, 3 Lottie, 4 GIF
    public record Sticker(EntityId id, String name, String description, String tags, int format, UserId author) {}

    /// Of the soundboard.
    ///
    /// @param volume from 0 to 1
    /// @param emoji one of a guild's own; at most one of the two is there
    /// @param emojiName a character
    public record Sound(
            EntityId id,
            String name,
            double volume,
            @Nullable EntityId emoji,
            @Nullable String emojiName,
            UserId author) {}

    public @Nullable Emoji emoji(EntityId id) {
        return emojis.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
    }

    public @Nullable Sticker sticker(EntityId id) {
        return stickers.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
    }

    public @Nullable Sound sound(EntityId id) {
        return sounds.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
    }

    public Expressions with(Emoji emoji) {
        return new Expressions(replaced(emojis, emoji(emoji.id()), emoji), stickers, sounds);
    }

    public Expressions with(Sticker sticker) {
        return new Expressions(emojis, replaced(stickers, sticker(sticker.id()), sticker), sounds);
    }

    public Expressions with(Sound sound) {
        return new Expressions(emojis, stickers, replaced(sounds, sound(sound.id()), sound));
    }

    public Expressions without(EntityId id) {
        return new Expressions(
                emojis.stream().filter(it -> !it.id().equals(id)).toList(),
                stickers.stream().filter(it -> !it.id().equals(id)).toList(),
                sounds.stream().filter(it -> !it.id().equals(id)).toList());
    }

    private static <T> List<T> replaced(List<T> all, @Nullable T before, T after) {
        var next = new ArrayList<>(all);
        if (before == null) {
            next.add(after);
        } else {
            next.set(next.indexOf(before), after);
        }
        return next;
    }
}
