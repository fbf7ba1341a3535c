package chat.parley.edge.discord.shape;

import chat.parley.base.id.EntityId;
import chat.parley.message.rich.Sticker;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's sticker item: as much of a sticker as it takes to show it.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record StickerItemShape(EntityId id, String name, int formatType) {
    static StickerItemShape of(Sticker sticker) {
        return new StickerItemShape(sticker.id(), sticker.name(), sticker.format());
    }
}
