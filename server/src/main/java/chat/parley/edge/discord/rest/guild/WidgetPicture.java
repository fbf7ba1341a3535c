package chat.parley.edge.discord.rest.guild;

import chat.parley.guild.Guild;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A guild as a small picture: its name, and how many are online.
final class WidgetPicture {
    private static final Color GROUND = new Color(0x1c1d22);
    private static final Color RAISED = new Color(0x2a2c34);
    private static final Color ACCENT = new Color(0x5b5bd6);
    private static final Color ONLINE = new Color(0x3ba55c);
    private static final Color QUIET = new Color(0xb5bac1);
    private static final int EDGE_PX = 14;
    /// A machine without any font still draws the shapes.
    private static final boolean LETTERS;

    static {
        System.setProperty("java.awt.headless", "true");
        LETTERS = letters();
    }

    private final BufferedImage image;
    private final Graphics2D pen;

    private WidgetPicture(Style style) {
        image = new BufferedImage(style.width, style.height, BufferedImage.TYPE_INT_ARGB);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    /// Discord's names; the sizes are about Discord's, so that pages that count on them keep their shape.
    enum Style {
        SHIELD(160, 20),
        BANNER1(320, 76),
        BANNER2(320, 64),
        BANNER3(320, 100),
        BANNER4(320, 180);

        private final int width;
        private final int height;

        Style(int width, int height) {
            this.width = width;
            this.height = height;
        }

        static @Nullable Style of(String text) {
            for (var style : values()) {
                if (style.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return style;
                }
            }
            return null;
        }
    }

    /// @return a PNG
    static byte[] draw(Style style, Guild guild, int online) {
        var picture = new WidgetPicture(style);
        String count = online + " online";
        switch (style) {
            case SHIELD -> picture.shield(count);
            case BANNER1 -> picture.card(guild, count, 0, 48);
            case BANNER2 -> picture.card(guild, count, 0, 40);
            case BANNER3 -> {
                picture.card(guild, count, 0, 44);
                picture.footer("Chat now", 72);
            }
            case BANNER4 -> {
                picture.header();
                picture.card(guild, count, 48, 56);
                picture.footer("Join us", 140);
            }
        }
        return picture.png();
    }

    private void shield(String count) {
        ground(6);
        pen.setColor(ACCENT);
        pen.fillRoundRect(0, 0, 56, image.getHeight(), 6, 6);
        text("Parley", 8, 14, 11, Font.BOLD, Color.WHITE, 48);
        dot(64, 6, 8);
        text(count, 78, 14, 11, Font.PLAIN, Color.WHITE, image.getWidth() - 82);
    }

    private void card(Guild guild, String count, int top, int icon) {
        if (top == 0) {
            ground(16);
        }
        int y = top + EDGE_PX;
        pen.setColor(Color.getHSBColor((guild.id().value() >>> 22) % 360 / 360f, 0.55f, 0.7f));
        pen.fillRoundRect(EDGE_PX, y, icon, icon, 14, 14);
        String initial =
                guild.name().substring(0, guild.name().offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
        initial(initial, EDGE_PX + icon / 2, y + icon * 2 / 3, icon / 2);
        int left = EDGE_PX + icon + 14;
        int room = image.getWidth() - left - EDGE_PX;
        text(guild.name(), left, y + icon / 2 - 4, 16, Font.BOLD, Color.WHITE, room);
        dot(left, y + icon / 2 + 6, 10);
        text(count, left + 16, y + icon / 2 + 15, 12, Font.PLAIN, QUIET, room - 16);
    }

    private void header() {
        ground(16);
        pen.setColor(ACCENT);
        pen.fillRoundRect(0, 0, image.getWidth(), 48, 16, 16);
        pen.fillRect(0, 24, image.getWidth(), 24);
        text("Parley", EDGE_PX, 32, 20, Font.BOLD, Color.WHITE, image.getWidth());
    }

    private void footer(String call, int top) {
        pen.setColor(RAISED);
        pen.fillRoundRect(EDGE_PX, top - 4, image.getWidth() - 2 * EDGE_PX, 26, 10, 10);
        text(call, EDGE_PX + 12, top + 14, 13, Font.BOLD, Color.WHITE, image.getWidth() - 4 * EDGE_PX);
    }

    private void ground(int round) {
        pen.setColor(GROUND);
        pen.fillRoundRect(0, 0, image.getWidth(), image.getHeight(), round, round);
    }

    private void dot(int x, int y, int size) {
        pen.setColor(ONLINE);
        pen.fillOval(x, y, size, size);
    }

    /// As much of the text as there is room for.
    private void text(String text, int x, int y, int size, int weight, Color colour, int room) {
        if (!LETTERS) {
            return;
        }
        pen.setFont(new Font(Font.SANS_SERIF, weight, size));
        pen.setColor(colour);
        pen.drawString(fitting(text, room), x, y);
    }

    private void initial(String letter, int middle, int y, int size) {
        if (LETTERS) {
            pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
            pen.setColor(Color.WHITE);
            pen.drawString(letter, middle - pen.getFontMetrics().stringWidth(letter) / 2, y);
        }
    }

    private static boolean letters() {
        try {
            var pen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
            return pen.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12)).stringWidth("x") > 0;
        } catch (RuntimeException | InternalError | LinkageError noFonts) {
            return false;
        }
    }

    private String fitting(String text, int room) {
        var metrics = pen.getFontMetrics();
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end) + "…") > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    private byte[] png() {
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }
}
