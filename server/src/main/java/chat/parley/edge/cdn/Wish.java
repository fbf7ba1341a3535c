package chat.parley.edge.cdn;

import java.util.List;
import java.util.Map;

/// How small somebody wants a picture. Sizes are rounded up to a few, so that nobody can have a picture made in a
/// thousand ways.
///
/// @param width 0 for any
/// @param jpeg whether transparency may go
record Wish(int width, int height, boolean jpeg) {
    private static final int[] STEPS = {16, 32, 64, 128, 256, 400, 550, 800, 1_100, 1_600, 2_048};

    static Wish of(Map<String, List<String>> query) {
        int size = number(query, "size");
        int width = number(query, "width");
        int height = number(query, "height");
        var format = query.getOrDefault("format", List.of("")).getFirst();
        return new Wish(step(Math.max(size, width)), step(Math.max(size, height)), format.matches("jpe?g"));
    }

    boolean small() {
        return width > 0 || height > 0;
    }

    Wish as(boolean other) {
        return new Wish(width, height, other);
    }

    int boxWidth() {
        return width == 0 ? STEPS[STEPS.length - 1] : width;
    }

    int boxHeight() {
        return height == 0 ? STEPS[STEPS.length - 1] : height;
    }

    String tag() {
        return small() ? "-" + width + "x" + height + (jpeg ? "j" : "") : "";
    }

    private static int step(int wanted) {
        if (wanted == 0) {
            return 0;
        }
        for (int step : STEPS) {
            if (step >= wanted) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private static int number(Map<String, List<String>> query, String name) {
        String text = query.getOrDefault(name, List.of("")).getFirst();
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }
}
