/// What a message can hold beside its text: embeds, components, a poll, stickers, and where it came from. Embeds and
/// components are kept as the canonical JSON that was made when they were checked, because nothing but their limits
/// matters to the server.
@NullMarked
package chat.parley.message.rich;

import org.jspecify.annotations.NullMarked;
