package chat.parley.edge.discord.shape.reception;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.reception.WelcomeScreen;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's welcome screen object.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record WelcomeShape(@JsonInclude(ALWAYS) @Nullable String description, List<Place> welcomeChannels) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Place(
            ChannelId channelId,
            String description,
            @JsonInclude(ALWAYS) @Nullable EntityId emojiId,
            @JsonInclude(ALWAYS) @Nullable String emojiName) {}

    public static WelcomeShape of(WelcomeScreen screen) {
        return new WelcomeShape(
                screen.description(),
                screen.places().stream()
                        .map(it -> new Place(it.channel(), it.description(), it.emoji(), it.emojiName()))
                        .toList());
    }
}
