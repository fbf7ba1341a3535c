package chat.parley.message.rich;

import chat.parley.base.id.EntityId;

/// A sticker as it was when it was sent.
///
/// @param format Discord's number: 1 PNG, 2 APNG, 3 Lottie, 4 GIF
public record Sticker(EntityId id, String name, int format) {}
