package chat.parley.file.portrait;

import chat.parley.base.json.Json;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads a drawing that moves (Lottie) and lets pass only what a player draws by itself: no pictures, no sound, no
/// fonts, no expressions, nothing from elsewhere, and no more layers than a device can draw, however they refer to each
/// other.
final class Lottie {
    private static final int SIDE_MAX = 1_024;
    private static final double FRAMES_A_SECOND_MAX = 60;
    private static final double LONGEST_S = 10;
    private static final int NODES_MAX = 100_000;
    private static final int LAYERS_MAX = 2_000;
    private static final int DEPTH_MAX = 16;
    private static final int COPIES_MAX = 64;
    /// Compositions, solid colours, empty ones and shapes; not pictures, sound, text or cameras.
    private static final Set<Integer> LAYERS = Set.of(0, 1, 3, 4);

    private final String field;
    private final Map<String, JsonNode> compositions = new HashMap<>();
    private int nodes;
    private int layers;

    private Lottie(String field) {
        this.field = field;
    }

    /// @return the drawing, written anew
    /// @throws Refused with `Malformed`, or `Invalid` and the reason
    static byte[] read(String field, byte[] bytes) {
        var reading = new Lottie(field);
        var tree = Json.tree(bytes);
        reading.frame(tree);
        reading.plain(tree, 0);
        reading.assets(tree.path("assets"));
        reading.drawn(tree.path("layers"), new HashSet<>());
        return Json.bytes(tree);
    }

    private void frame(JsonNode tree) {
        double width = tree.path("w").asDouble(0);
        double height = tree.path("h").asDouble(0);
        double rate = tree.path("fr").asDouble(0);
        double frames = tree.path("op").asDouble(0) - tree.path("ip").asDouble(0);
        if (!within(width, SIDE_MAX) || !within(height, SIDE_MAX)) {
            throw wrong("It is at most " + SIDE_MAX + " wide and high.");
        }
        if (!within(rate, FRAMES_A_SECOND_MAX) || !within(frames / rate, LONGEST_S)) {
            throw wrong("It has at most 60 frames a second and takes at most 10 seconds.");
        }
    }

    private static boolean within(double number, double most) {
        return number > 0 && number <= most;
    }

    /// Nothing in it computes or repeats itself without end.
    private void plain(JsonNode node, int depth) {
        if (++nodes > NODES_MAX || depth > 128) {
            throw wrong("It holds too much.");
        }
        if (node.isObject() && node.path("x").isString()) {
            throw wrong("It holds an expression.");
        }
        if (node.path("ty").asString("").equals("rp") && !within(copies(node), COPIES_MAX)) {
            throw wrong("It repeats a shape too often.");
        }
        if (node.isObject() && (node.has("fonts") || node.has("chars") || node.has("fPath"))) {
            throw wrong("It holds text.");
        }
        node.forEach(it -> plain(it, depth + 1));
    }

    private static double copies(JsonNode repeater) {
        var count = repeater.path("c");
        return count.path("a").asInt(0) == 0 ? count.path("k").asDouble(0) : 0;
    }

    private void assets(JsonNode assets) {
        for (var asset : assets) {
            if (!asset.path("layers").isArray() || asset.has("p") || asset.has("u")) {
                throw wrong("It holds pictures or sound.");
            }
            compositions.put(asset.path("id").asString(""), asset.path("layers"));
        }
    }

    /// @param open the compositions in which this one is drawn
    private void drawn(JsonNode drawing, Set<String> open) {
        if (!drawing.isArray() || open.size() > DEPTH_MAX) {
            throw wrong("Its layers are in no order.");
        }
        for (var layer : drawing) {
            if (++layers > LAYERS_MAX) {
                throw wrong("It has too many layers.");
            }
            if (!LAYERS.contains(layer.path("ty").asInt(-1))) {
                throw wrong("It holds pictures, sound or text.");
            }
            String refers = layer.path("refId").asString("");
            if (!refers.isEmpty()) {
                within(refers, open);
            }
        }
    }

    private void within(String composition, Set<String> open) {
        JsonNode inner = compositions.get(composition);
        if (inner == null || !open.add(composition)) {
            throw wrong("Its layers refer to each other.");
        }
        drawn(inner, open);
        open.remove(composition);
    }

    private Refused wrong(String why) {
        return Refusal.invalid(field, "IMAGE_INVALID", "Invalid Lottie. " + why);
    }
}
