package chat.parley.file.container;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A box of ISO 14496-12: its length, its type, what stands in it.
///
/// @param at where its length stands
/// @param body where what stands in it begins
/// @param end behind its last byte
public record Box(String type, long at, long body, long end) {
    /// The box at a place.
    ///
    /// @param limit behind the last byte of what it stands in
    /// @return `null` behind the last one
    public static @Nullable Box at(Bytes in, long at, long limit) throws IOException {
        if (at + 8 > limit) {
            return null;
        }
        long length = in.big(at, 4);
        long body = at + 8;
        if (length == 1) {
            length = in.big(at + 8, 8);
            body = at + 16;
        } else if (length == 0) {
            length = limit - at;
        }
        if (length < body - at || length > limit - at) {
            throw new Broken("Boxes that do not fit");
        }
        return new Box(in.text(at + 4, 4), at, body, at + length);
    }
}
