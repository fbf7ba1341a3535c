package chat.parley.reception;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.RoleId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What newcomers are asked, and what their answers give.
///
/// @param channels those that newcomers are pointed to; everybody sees them
/// @param mode Discord's number; it matters only to its clients
public record Onboarding(List<Prompt> prompts, List<ChannelId> channels, int mode) {
    static final Onboarding NONE = new Onboarding(List.of(), List.of(), 0);

    public Onboarding {
        prompts = List.copyOf(Objects.requireNonNullElse(prompts, List.of()));
        channels = List.copyOf(Objects.requireNonNullElse(channels, List.of()));
    }

    /// A question.
    ///
    /// @param kind Discord's number: 0 many cards, 1 a list to drop down
    /// @param atArrival whether newcomers are asked; otherwise it waits for those who look for it
    public record Prompt(
            EntityId id,
            String title,
            List<Option> options,
            boolean single,
            boolean required,
            boolean atArrival,
            int kind) {}

    /// An answer to choose.
    ///
    /// @param channels hidden ones are opened to who chooses it
    public record Option(
            EntityId id,
            String title,
            @Nullable String description,
            Emoji emoji,
            List<RoleId> roles,
            List<ChannelId> channels) {}

    /// One of the guild's own by id, any other by its characters, or none.
    public record Emoji(@Nullable EntityId id, @Nullable String name, boolean animated) {
        public static final Emoji NONE = new Emoji(null, null, false);
    }

    List<Option> chosen(Set<EntityId> ids) {
        return prompts.stream()
                .flatMap(it -> it.options().stream())
                .filter(it -> ids.contains(it.id()))
                .toList();
    }

    Set<RoleId> roles() {
        var roles = new LinkedHashSet<RoleId>();
        prompts.forEach(prompt -> prompt.options().forEach(it -> roles.addAll(it.roles())));
        return roles;
    }

    /// All channels, those of the options too.
    Set<ChannelId> places() {
        var places = new LinkedHashSet<>(channels);
        prompts.forEach(prompt -> prompt.options().forEach(it -> places.addAll(it.channels())));
        return places;
    }

    /// For the audit log.
    String questions() {
        return prompts.stream().map(Prompt::title).collect(Collectors.joining("\n"));
    }
}
