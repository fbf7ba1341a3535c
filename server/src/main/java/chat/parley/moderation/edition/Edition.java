package chat.parley.moderation.edition;

import chat.parley.base.id.EntityId;

/// A text that a message had.
///
/// @param id its time is when another text took its place
public record Edition(EntityId id, String content) {}
