package chat.parley.edge.cdn;

import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pictures that everybody may see, at Discord's addresses: `/cdn/avatars/{user}/{hash}.png?size=128`,
/// `/cdn/emojis/{id}.webp`, `/cdn/guilds/{guild}/users/{user}/avatars/{hash}.png`. The ending is a wish: a moving
/// picture moves only as `.gif`, and what cannot be written in a format comes in its own.
final class PortraitFiles {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Map<String, PortraitKind> BY_HASH = Map.of(
            "avatars", PortraitKind.AVATAR,
            "banners", PortraitKind.BANNER,
            "icons", PortraitKind.ICON,
            "splashes", PortraitKind.SPLASH,
            "discovery-splashes", PortraitKind.DISCOVERY_SPLASH,
            "app-icons", PortraitKind.APP_ICON,
            "role-icons", PortraitKind.ROLE_ICON,
            "guild-events", PortraitKind.EVENT_COVER,
            "channel-icons", PortraitKind.CHANNEL_ICON);
    private static final Map<String, PortraitKind> BY_ID =
            Map.of("emojis", PortraitKind.EMOJI, "stickers", PortraitKind.STICKER);

    private final Portraits portraits;
    private final SmallPictures small;
    private final StandardAvatars standard = new StandardAvatars();

    PortraitFiles(Portraits portraits, SmallPictures small) {
        this.portraits = portraits;
        this.small = small;
    }

    Reply reply(Call call, List<String> segments) {
        int count = segments.size();
        String last = segments.getLast();
        int dot = last.lastIndexOf('.');
        String name = dot < 0 ? last : last.substring(0, dot);
        String ending = dot < 0 ? "" : last.substring(dot + 1);
        var byHash = BY_HASH.get(segments.getFirst());
        var byId = BY_ID.get(segments.getFirst());
        if (count == 3 && byHash != null && isId(segments.get(1)) && isHash(name)) {
            return reply(call, byHash, segments.get(1), name, ending);
        }
        if (count == 2 && byId != null && isId(name)) {
            return reply(call, byId, name, null, ending);
        }
        if (count == 6
                && segments.getFirst().equals("guilds")
                && segments.get(2).equals("users")) {
            String owner = segments.get(1) + "/" + segments.get(3);
            var kind = segments.get(4).equals("banners") ? PortraitKind.MEMBER_BANNER : PortraitKind.MEMBER_AVATAR;
            boolean known = isId(segments.get(1)) && isId(segments.get(3)) && isHash(name);
            return known ? reply(call, kind, owner, name, ending) : Reply.status(404);
        }
        if (count == 3 && segments.getFirst().equals("embed") && segments.get(1).equals("avatars")) {
            return standard.reply(name).with("Cache-Control", FOR_EVER);
        }
        return Reply.status(404);
    }

    private Reply reply(Call call, PortraitKind kind, String owner, @Nullable String hash, String ending) {
        var wish = Wish.of(call.parameters()).as(ending.matches("jpe?g"));
        var headers = new HashMap<String, String>();
        headers.put("Cache-Control", FOR_EVER);
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put(
                "ETag",
                "\"" + (hash == null ? owner : hash) + wish.tag() + ending
                        + (call.parameters().containsKey("animated") ? "a" : "") + "\"");
        if (call.headers().get(HttpHeaderNames.IF_NONE_MATCH, "").contains(headers.get("ETag"))) {
            return Reply.empty(304).with(headers);
        }
        var kept = portraits.find(kind, owner, hash);
        if (kept == null) {
            return Reply.status(404);
        }
        var measured = kept.measured();
        boolean moving = kept.movesAs(measured);
        boolean still = moving && !wanted(call, kind, ending);
        if (measured != null && (still || (!moving && wish.small()))) {
            var made = small.of(kept.blob(), measured, wish, still);
            if (made != null) {
                return new Reply(200, made.type(), made.bytes(), headers);
            }
        }
        boolean picture = kept.type().startsWith("image/");
        return new Reply(200, picture ? kept.type() : "application/json", kept.bytes(), headers);
    }

    /// Whether what moves is to move: as `.gif`, as `.webp?animated=true`, and as a sticker always.
    private static boolean wanted(Call call, PortraitKind kind, String ending) {
        boolean asked = call.parameters()
                .getOrDefault("animated", List.of(""))
                .getFirst()
                .equals("true");
        return kind == PortraitKind.STICKER || ending.equals("gif") || asked;
    }

    private static boolean isId(String text) {
        return text.matches("[0-9]{1,20}");
    }

    private static boolean isHash(String text) {
        return text.matches("(a_)?[0-9a-f]{32}");
    }
}
