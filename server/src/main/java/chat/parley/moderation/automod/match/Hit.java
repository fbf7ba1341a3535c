package chat.parley.moderation.automod.match;

/// What was found.
///
/// @param keyword the rule's entry, as it was written
/// @param text what of the message it met
public record Hit(String keyword, String text) {}
