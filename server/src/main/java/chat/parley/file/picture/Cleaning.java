package chat.parley.file.picture;

import chat.parley.base.content.Content;
import chat.parley.file.container.Broken;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/// Copies a picture without what it tells about its maker, without encoding it anew, in bounded memory. What stands
/// after the picture's end is not copied either, so a file cannot be a picture and something else.
public final class Cleaning {
    private static final Set<String> HEIF = Set.of("image/avif", "image/heic", "image/heif");

    private Cleaning() {}

    /// @param type `image/jpeg`, `image/png`, `image/gif`, `image/webp`, `image/avif`, `image/heic` or `image/heif`
    /// @throws Broken when it is no such picture
    public static Cleaned clean(String type, Content content, OutputStream out) throws IOException {
        if (type.equals("image/webp")) {
            return WebpCleaning.clean(content, out);
        }
        if (HEIF.contains(type)) {
            return HeifCleaning.clean(content, out);
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
