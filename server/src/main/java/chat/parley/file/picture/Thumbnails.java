package chat.parley.file.picture;

import chat.parley.base.limit.Limits;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// Makes pictures small. A picture is decoded with only so many of its pixels as are needed, and only a few at a time,
/// so what that costs is bounded whatever is uploaded.
public final class Thumbnails {
    private static final int HASHED_PX = 100;
    private static final int AT_ONCE = 2;

    private final Semaphore turn = new Semaphore(AT_ONCE);

    public Thumbnails() {
        // No display is there, and no file of ImageIO's own is wanted.
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    /// @param type of the encoded picture
    public record Encoded(String type, byte[] bytes) {}

    /// The picture in Base64 of a thumbhash; `null` when it cannot be decoded.
    public @Nullable String placeholder(InputStream in, Cleaned picture) throws IOException {
        var small = small(in, picture, HASHED_PX, HASHED_PX);
        if (small == null) {
            return null;
        }
        int[] pixels = small.getRGB(0, 0, small.getWidth(), small.getHeight(), null, 0, small.getWidth());
        return Base64.getEncoder().encodeToString(ThumbHash.of(small.getWidth(), small.getHeight(), pixels));
    }

    /// The picture within the box; never larger than it is. `null` when it cannot be decoded.
    public @Nullable Encoded within(InputStream in, Cleaned picture, int width, int height, boolean jpeg)
            throws IOException {
        var small = small(in, picture, width, height);
        if (small == null) {
            return null;
        }
        boolean opaque = jpeg || !small.getColorModel().hasAlpha();
        var out = new ByteArrayOutputStream();
        ImageIO.write(opaque ? flattened(small) : small, opaque && jpeg ? "jpeg" : "png", out);
        return new Encoded(opaque && jpeg ? "image/jpeg" : "image/png", out.toByteArray());
    }

    private @Nullable BufferedImage small(InputStream in, Cleaned picture, int width, int height) throws IOException {
        if (picture.stored().pixels() > Limits.PICTURE_DECODED_MAX_PIXELS) {
            return null;
        }
        turn.acquireUninterruptibly();
        try (var stream = new EndingStream(in)) {
            var decoded = decoded(stream, Math.max(width, height));
            return decoded == null ? null : fitted(turned(decoded, picture.orientation()), width, height);
        } catch (RuntimeException damaged) {
            // What decoders throw at damaged pictures is as various as the damage.
            throw new IOException("ImageIO cannot read it", damaged);
        } finally {
            turn.release();
        }
    }

    private static @Nullable BufferedImage decoded(ImageInputStream stream, int wanted) throws IOException {
        var readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            return null;
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(stream, true, true);
            int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
            if ((long) reader.getWidth(0) * reader.getHeight(0) > mostPixels(reader)) {
                return null;
            }
            ImageReadParam param = reader.getDefaultReadParam();
            // Twice what is needed leaves enough for a smooth picture.
            int step = Math.max(1, longer / (2 * wanted));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /// The reader of WebP decodes the whole of a picture before it leaves out pixels.
    private static int mostPixels(ImageReader reader) throws IOException {
        return reader.getFormatName().equalsIgnoreCase("webp")
                ? Limits.WEBP_DECODED_MAX_PIXELS
                : Limits.PICTURE_DECODED_MAX_PIXELS;
    }

    private static BufferedImage turned(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        boolean swapped = orientation >= 5;
        var out = blank(image, swapped ? height : width, swapped ? width : height);
        var graphics = out.createGraphics();
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return out;
    }

    private static BufferedImage fitted(BufferedImage image, int width, int height) {
        double scale = Math.min(1, Math.min((double) width / image.getWidth(), (double) height / image.getHeight()));
        int across = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int down = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var out = blank(image, across, down);
        var graphics = out.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, across, down, null);
        graphics.dispose();
        return out;
    }

    private static BufferedImage blank(BufferedImage like, int width, int height) {
        boolean alpha = like.getColorModel().hasAlpha();
        return new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage flattened(BufferedImage image) {
        var out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = out.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return out;
    }
}
