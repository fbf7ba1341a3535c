package chat.parley.file.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.content.Content;
import chat.parley.file.container.Broken;
import chat.parley.file.kind.FileKind.Family;
import chat.parley.file.kind.Sniffing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// AVIF and its relatives lose what tells about their makers, and nothing else.
final class HeifTest {
    private static final int ROUNDS = 3_000;

    /// 16 by 8 pixels, with an EXIF and an XMP that each tell a secret.
    private static final byte[] STILL = Base64.getDecoder().decode("""
            AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAF0bWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA\
            AAAAAAAOcGl0bQAAAAAAAQAAADppbG9jAAAAAEQAAAMAAQAAAAEAAAHuAAAAJQACAAAAAQAAAZwAAAAwAAMAAAABAAABzAAAACIA\
            AABtaWluZgAAAAAAAwAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAGWluZmUCAAAAAAIAAEV4aWZFeGlmAAAAACxpbmZlAgAA\
            AAADAABtaW1lWE1QAGFwcGxpY2F0aW9uL3JkZit4bWwAAAAAKGlyZWYAAAAAAAAADmNkc2MAAgABAAEAAAAOY2RzYwADAAEAAQAA\
            AGppcHJwAAAAS2lwY28AAAAUaXNwZQAAAAAAAAAQAAAACAAAABBwaXhpAAAAAAMICAgAAAAMYXYxQ4EADAAAAAATY29scm5jbHgA\
            AQANAAaAAAAAF2lwbWEAAAAAAAAAAQABBAECgwQAAAB/bWRhdAAAAAZFeGlmAABNTQAqAAAACAABAQ8AAgAAAAwAAAAaAAAAAFNl\
            Y3JldE1ha2VyADx4OnhtcG1ldGE+U2VjcmV0UGxhY2U8L3g6eG1wbWV0YT4SAAoIGAy/tEBDQaEyFxxHh4Xd0000wsAAALCfzl51\
            m0lZBGB7\
            """);

    /// Two frames.
    private static final byte[] MOVING = Base64.getDecoder().decode("""
            AAAALGZ0eXBhdmlzAAAAAGF2aWZhdmlzbXNmMWlzbzhtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGlj\
            dAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAPlAAAAIgAAAChpaW5mAAAAAAABAAAA\
            GmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAEAAAAAgAAAAQcGl4aQAAAAADCAgI\
            AAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAACxm1vb3YAAAB4bXZoZAEAAAAA\
            AAAA5ydFlQAAAADnJ0WVAAAD6P//////////AAEAAAEAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAA\
            QAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAJGdHJhawAAAGh0a2hkAQAAAQAAAADnJ0WVAAAAAOcnRZUAAAABAAAA\
            AP//////////AAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAQAAAAAAQAAAACAAAAAAALGVk\
            dHMAAAAkZWxzdAEAAAEAAAABAAAAAAAAAMgAAAAAAAAAAAABAAAAAAGqbWRpYQAAACxtZGhkAQAAAAAAAADnJ0WVAAAAAOcnRZUA\
            AAPoAAAAAAAAAMhVxAAAAAAAIWhkbHIAAAAAAAAAAHBpY3QAAAAAAAAAAAAAAAAAAAABVW1pbmYAAAAUdm1oZAAAAAEAAAAAAAAA\
            AAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAARVzdGJsAAAAlXN0c2QAAAAAAAAAAQAAAIVhdjAxAAAAAAAA\
            AAEAAAAAAAAAAAAAAAAAAAAAABAACABIAAAASAAAAAAAAAABCkFPTSBDb2RpbmcAAAAAAAAAAAAAAAAAAAAAAAAAAAAAGP//AAAA\
            DGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABBjY3N0AAAAAHwAAAAAAAAYc3R0cwAAAAAAAAABAAAAAgAAAGQAAAAcc3Rz\
            YwAAAAAAAAABAAAAAQAAAAIAAAABAAAAHHN0c3oAAAAAAAAAAAAAAAIAAAAiAAAAHAAAABRzdGNvAAAAAAAAAAEAAAPlAAAAFHN0\
            c3MAAAAAAAAAAQAAAAEAAABGbWRhdBIACgwAAAABl/Nr5kBDQaEyEBAA2AAAAoAAAADDX2zk1CcSADIYMAPAgAAABtgAAAKAAACA\
            AL/uFn7G3Imm\
            """);

    private record Kept(Cleaned measured, byte[] bytes) {}

    private static Kept clean(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        var measured = Cleaning.clean("image/avif", Content.of(bytes), out);
        return new Kept(measured, out.toByteArray());
    }

    @Test
    void a_still_picture_keeps_its_bytes_and_loses_exif_and_xmp() throws IOException {
        assertTrue(text(STILL).contains("SecretMaker") && text(STILL).contains("SecretPlace"));
        var kept = clean(STILL);
        assertEquals(new Size(16, 8), kept.measured().size());
        assertFalse(kept.measured().moves());
        assertFalse(text(kept.bytes()).contains("Secret"));
        assertFalse(text(kept.bytes()).contains("Exif") || text(kept.bytes()).contains("xmp"));
        assertEquals(STILL.length, kept.bytes().length);
        // The picture itself stands at the end.
        assertEquals(37, same(STILL, kept.bytes()));
        assertEquals(text(kept.bytes()), text(clean(kept.bytes()).bytes()));
    }

    @Test
    void a_moving_picture_moves_on() throws IOException {
        var kept = clean(MOVING);
        assertTrue(kept.measured().moves());
        assertEquals(new Size(16, 8), kept.measured().size());
        assertEquals(MOVING.length, kept.bytes().length);
    }

    @Test
    void what_it_is_called_says_whether_browsers_show_it() {
        assertEquals("image/avif", Sniffing.of(STILL, "x").type());
        assertEquals("image/avif", Sniffing.of(MOVING, "x").type());
        byte[] general = STILL.clone();
        System.arraycopy("mif1".getBytes(StandardCharsets.ISO_8859_1), 0, general, 8, 4);
        assertEquals("image/avif", Sniffing.of(general, "x").type());
        byte[] phone = STILL.clone();
        System.arraycopy("heic".getBytes(StandardCharsets.ISO_8859_1), 0, phone, 8, 4);
        var kind = Sniffing.of(phone, "x");
        assertEquals("image/heic", kind.type());
        assertEquals(Family.FOREIGN_PICTURE, kind.family());
        assertFalse(kind.shown());
    }

    @Test
    void a_turned_picture_is_measured_as_it_is_looked_at() throws IOException {
        byte[] turned = STILL.clone();
        // Three quarters of a turn instead of how many bits the colours have.
        int at = text(turned).indexOf("pixi");
        System.arraycopy("irot\3".getBytes(StandardCharsets.ISO_8859_1), 0, turned, at, 5);
        assertEquals(new Size(8, 16), clean(turned).measured().size());
    }

    @Test
    void damaged_ones_are_refused_or_cleaned_but_never_worse() {
        assertThrows(Broken.class, () -> clean(Arrays.copyOf(STILL, 200)));
        assertThrows(Broken.class, () -> clean(Arrays.copyOf(STILL, 32)));
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            byte[] damaged = (seed % 2 == 0 ? STILL : MOVING).clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertEquals(damaged.length, clean(damaged).bytes().length);
            } catch (IOException refused) {
                assertEquals(Broken.class, refused.getClass(), "seed " + seed);
            }
        }
    }

    /// How many bytes at the end are the same.
    private static int same(byte[] one, byte[] other) {
        int count = 0;
        while (count < one.length && one[one.length - 1 - count] == other[other.length - 1 - count]) {
            count++;
        }
        return count;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
