package chat.parley.message.rich;

import chat.parley.base.id.EntityId;
import org.jspecify.annotations.Nullable;

/// Who a webhook speaks as in one message, which keeps the name when the webhook is renamed.
///
/// @param webhook also the id of the message's author
/// @param avatar a hash below `/cdn/avatars/{webhook}`, or an address that the webhook gave
/// @param application to which the webhook belongs
public record Persona(
        EntityId webhook,
        String name,
        @Nullable String avatar,
        @Nullable EntityId application) {}
