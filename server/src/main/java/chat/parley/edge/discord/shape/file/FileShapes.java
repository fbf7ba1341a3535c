package chat.parley.edge.discord.shape.file;

import chat.parley.base.id.ChannelId;
import chat.parley.file.Attachment;
import chat.parley.file.FileLinks;
import chat.parley.message.Extras;
import chat.parley.message.rich.Components;
import chat.parley.message.rich.Embeds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes the files of messages with the addresses that hold now, and puts those into embeds and components that refer
/// to a file by `attachment://`.
public final class FileShapes {
    private static final String REFERENCE = "attachment://";

    private final FileLinks links;

    public FileShapes(FileLinks links) {
        this.links = links;
    }

    /// @param channel where the files belong
    public Shown of(Extras extras, ChannelId channel) {
        return of(extras.attachments(), extras.embeds(), extras.components(), channel);
    }

    public Shown of(List<Attachment> files, Embeds embeds, Components components, ChannelId channel) {
        if (files.isEmpty()) {
            return new Shown(List.of(), embeds, components);
        }
        var addresses = new HashMap<String, String>();
        var shapes = files.stream()
                .map(it -> {
                    String url = links.of(channel, it);
                    addresses.put(REFERENCE + it.filename(), url);
                    return AttachmentShape.of(it, url);
                })
                .toList();
        return new Shown(
                shapes,
                embeds.isEmpty() ? embeds : new Embeds(resolved(embeds.list(), addresses)),
                components.isEmpty() ? components : new Components(resolved(components.list(), addresses)));
    }

    public AttachmentShape one(Attachment file, ChannelId channel) {
        return AttachmentShape.of(file, links.of(channel, file));
    }

    public record Shown(List<AttachmentShape> files, Embeds embeds, Components components) {}

    private static List<JsonNode> resolved(List<JsonNode> trees, Map<String, String> addresses) {
        return trees.stream()
                .map(it -> {
                    if (!it.toString().contains(REFERENCE)) {
                        return it;
                    }
                    var copy = it.deepCopy();
                    resolve(copy, addresses);
                    return copy;
                })
                .toList();
    }

    private static void resolve(JsonNode tree, Map<String, String> addresses) {
        if (tree instanceof ArrayNode array) {
            array.forEach(it -> resolve(it, addresses));
        } else if (tree instanceof ObjectNode object) {
            String url = addresses.get(object.path("url").asString(""));
            if (url != null) {
                object.put("url", url);
                object.put("proxy_url", url);
            }
            object.forEach(it -> resolve(it, addresses));
        }
    }
}
