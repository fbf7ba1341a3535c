package chat.parley.reception;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What greets newcomers: a few words, and where to go first.
public record WelcomeScreen(@Nullable String description, List<Place> places) {
    static final WelcomeScreen EMPTY = new WelcomeScreen(null, List.of());

    public WelcomeScreen {
        places = Objects.requireNonNullElse(places, List.of());
        if (places.size() > Limits.WELCOME_CHANNELS_MAX) {
            throw Refusal.length("welcome_channels", 0, Limits.WELCOME_CHANNELS_MAX);
        }
        places = List.copyOf(places);
    }

    /// @param emoji one of the guild's own, with its name; otherwise the name is the emoji
    public record Place(
            ChannelId channel,
            String description,
            @Nullable EntityId emoji,
            @Nullable String emojiName) {}

    WelcomeScreen within(Set<ChannelId> channels) {
        return new WelcomeScreen(
                description,
                places.stream().filter(it -> channels.contains(it.channel())).toList());
    }
}
