package chat.parley.file.picture;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.content.Content;
import chat.parley.file.container.Broken;
import chat.parley.testing.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class MovingPicturesTest {
    private final Thumbnails thumbnails = new Thumbnails();

    private record Kept(Cleaned measured, byte[] bytes) {}

    private static Kept clean(String type, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        var measured = Cleaning.clean(type, Content.of(bytes), out);
        return new Kept(measured, out.toByteArray());
    }

    private BufferedImage small(Kept picture, int box) throws IOException {
        var made = thumbnails.within(new ByteArrayInputStream(picture.bytes()), picture.measured(), box, box, false);
        return ImageIO.read(new ByteArrayInputStream(requireNonNull(made).bytes()));
    }

    @Test
    void webp_is_made_small_lossy_or_not() throws IOException {
        for (byte[] webp : new byte[][] {Pictures.lossyWebp(), Pictures.losslessWebp()}) {
            var kept = clean("image/webp", webp);
            assertEquals(new Size(40, 20), kept.measured().size());
            var small = small(kept, 20);
            assertEquals(20, small.getWidth());
            assertEquals(10, small.getHeight());
            assertTrue((small.getRGB(3, 5) >> 16 & 0xff) > 200, "the left is red");
            assertTrue((small.getRGB(16, 5) & 0xff) > 200, "the right is blue");
            assertNotNull(thumbnails.placeholder(new ByteArrayInputStream(kept.bytes()), kept.measured()));
        }
    }

    @Test
    void what_moves_keeps_moving_and_is_small_as_its_first_frame() throws IOException {
        var webp = clean("image/webp", Pictures.movingWebp());
        assertTrue(webp.measured().moves());
        assertTrue(new String(webp.bytes(), StandardCharsets.ISO_8859_1).contains("ANMF"));
        assertEquals(20, small(webp, 20).getWidth());
        var apng = clean("image/png", Pictures.movingPng());
        assertTrue(apng.measured().moves());
        assertTrue(new String(apng.bytes(), StandardCharsets.ISO_8859_1).contains("fdAT"));
        assertEquals(8, small(apng, 8).getWidth());
        var gif = clean("image/gif", Pictures.movingGif());
        assertTrue(gif.measured().moves());
        assertEquals(8, small(gif, 8).getWidth());
        assertFalse(clean("image/gif", Pictures.of("gif", 8, 8)).measured().moves());
        assertFalse(clean("image/png", Pictures.of("png", 8, 8)).measured().moves());
    }

    @Test
    void a_frame_larger_than_the_picture_is_refused_before_it_is_decoded() {
        byte[] webp = Pictures.lossyWebp();
        webp[24] = 3;
        assertThrows(Broken.class, () -> clean("image/webp", webp));
    }

    @Test
    void more_than_can_be_decoded_at_once_has_no_small_picture() throws IOException {
        var huge = new Cleaned(new Size(10_000, 10_000), 1);
        assertNull(thumbnails.within(new ByteArrayInputStream(Pictures.lossyWebp()), huge, 20, 20, false));
    }

    @Test
    void damaged_webp_is_told() {
        var random = new Random(7);
        for (byte[] sample :
                new byte[][] {Pictures.lossyWebp(), Pictures.losslessWebp(), Pictures.alphaWebp(), Pictures.movingWebp()
                }) {
            for (int round = 0; round < 300; round++) {
                byte[] damaged = sample.clone();
                for (int i = 0; i < 3; i++) {
                    damaged[12 + random.nextInt(damaged.length - 12)] ^= (byte) (1 << random.nextInt(8));
                }
                try {
                    var kept = clean("image/webp", damaged);
                    thumbnails.placeholder(new ByteArrayInputStream(kept.bytes()), kept.measured());
                } catch (IOException told) {
                    assertNotNull(told);
                }
            }
        }
    }
}
