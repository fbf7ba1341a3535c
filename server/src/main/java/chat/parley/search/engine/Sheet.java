package chat.parley.search.engine;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What is indexed of a message.
///
/// @param has what it holds, by the names of [Has]
public record Sheet(MessageId id, ChannelId channel, UserId author, List<UserId> mentions, Set<Has> has, String text) {
    private static final Pattern LINK = Pattern.compile("https?://\\S", Pattern.CASE_INSENSITIVE);

    /// What a message can hold; Discord's words in lower case.
    public enum Has {
        LINK,
        EMBED,
        FILE,
        IMAGE,
        VIDEO,
        SOUND,
        STICKER,
        POLL,
        SNAPSHOT
    }

    public static Sheet of(Message message) {
        return new Sheet(
                message.id(),
                message.channel(),
                message.author(),
                message.mentions().users(),
                held(message),
                text(message.content(), message.extras()));
    }

    private static Set<Has> held(Message message) {
        var has = new LinkedHashSet<Has>();
        if (LINK.matcher(message.content()).find()) {
            has.add(Has.LINK);
        }
        var extras = message.extras();
        if (!extras.embeds().isEmpty()) {
            has.add(Has.EMBED);
        }
        for (var file : extras.attachments()) {
            has.add(Has.FILE);
            String type = file.contentType() == null ? "" : file.contentType();
            if (type.startsWith("image/")) {
                has.add(Has.IMAGE);
            } else if (type.startsWith("video/")) {
                has.add(Has.VIDEO);
            } else if (type.startsWith("audio/")) {
                has.add(Has.SOUND);
            }
        }
        if (!extras.stickers().isEmpty()) {
            has.add(Has.STICKER);
        }
        if (extras.poll() != null) {
            has.add(Has.POLL);
        }
        if (extras.snapshot() != null) {
            has.add(Has.SNAPSHOT);
        }
        return has;
    }

    private static String text(String content, Extras extras) {
        if (extras.attachments().isEmpty() && extras.embeds().isEmpty()) {
            return content;
        }
        var parts = new ArrayList<String>();
        parts.add(content);
        extras.attachments().forEach(it -> parts.add(it.filename()));
        for (var embed : extras.embeds().list()) {
            parts.add(embed.path("title").asString(""));
            parts.add(embed.path("description").asString(""));
        }
        return String.join("\n", parts);
    }
}
