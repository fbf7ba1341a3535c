package chat.parley.edge.cdn;

import chat.parley.edge.http.Reply;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// What bots show for who has no picture: `/cdn/embed/avatars/{0 to 5}.png`, a head and shoulders in six colours.
final class StandardAvatars {
    private static final int[] COLOURS = {0x5865f2, 0x757e8a, 0x3ba55c, 0xfaa61a, 0xed4245, 0xeb459f};
    private static final int SIZE_PX = 256;

    private final byte[][] drawn = new byte[COLOURS.length][];

    Reply reply(String number) {
        if (!number.matches("[0-5]")) {
            return Reply.status(404);
        }
        int which = Integer.parseInt(number);
        return new Reply(200, "image/png", drawn(which), Map.of());
    }

    private synchronized byte[] drawn(int which) {
        if (drawn[which] == null) {
            drawn[which] = draw(new Color(COLOURS[which]));
        }
        return drawn[which];
    }

    private static byte[] draw(Color ground) {
        var image = new BufferedImage(SIZE_PX, SIZE_PX, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(ground);
        graphics.fillRect(0, 0, SIZE_PX, SIZE_PX);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(88, 56, 80, 80);
        graphics.fillArc(48, 152, 160, 160, 0, 180);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }
}
