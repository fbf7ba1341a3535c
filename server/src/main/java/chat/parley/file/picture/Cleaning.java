package chat.parley.file.picture;

import chat.parley.base.content.Content;
import java.io.IOException;
import java.io.OutputStream;

/// Copies a picture without what it tells about its maker, without encoding it anew, in bounded memory. What stands
/// after the picture's end is not copied either, so a file cannot be a picture and something else.
public final class Cleaning {
    private Cleaning() {}

    /// @param type `image/jpeg`, `image/png`, `image/gif` or `image/webp`
    /// @throws Broken when it is no such picture
    public static Cleaned clean(String type, Content content, OutputStream out) throws IOException {
        if (type.equals("image/webp")) {
            return WebpCleaning.clean(content, out);
        }
        try (var stream = content.open()) {
            var in = new Source(stream);
            return switch (type) {
                case "image/jpeg" -> JpegCleaning.clean(in, out);
                case "image/png" -> PngCleaning.clean(in, out);
                case "image/gif" -> GifCleaning.clean(in, out);
                default -> throw new Broken("No picture");
            };
        }
    }
}
