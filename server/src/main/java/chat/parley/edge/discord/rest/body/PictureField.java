package chat.parley.edge.discord.rest.body;

import chat.parley.account.Field;
import chat.parley.base.limit.Limits;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;

/// A picture inside of JSON, as `data:image/png;base64,…`. `null` takes it away.
public final class PictureField {
    private PictureField() {}

    /// Reads and keeps the picture; whether it may be changed has been asked before.
    ///
    /// @param owner the id of whose picture it is
    /// @return the picture's hash
    /// @throws chat.parley.base.refusal.Refused with `Invalid` when it is no picture
    public static Field<String> of(Body body, String field, Portraits portraits, PortraitKind kind, String owner) {
        if (!body.has(field)) {
            return Field.untouched();
        }
        String text = body.text(field, 0, Limits.CONTENT_IN_MEMORY_MAX_BYTES);
        if (text == null || text.isEmpty()) {
            return Field.of(null);
        }
        return Field.of(portraits.keep(kind, owner, portraits.read(field, text, Limits.PORTRAIT_MAX_BYTES)));
    }
}
