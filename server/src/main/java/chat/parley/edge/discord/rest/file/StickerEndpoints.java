package chat.parley.edge.discord.rest.file;

import chat.parley.account.Users;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.discord.rest.body.MessageForm;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.file.StickerShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import chat.parley.guild.Expressions;
import chat.parley.guild.Guilds;
import chat.parley.guild.expression.Stickers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The stickers of guilds over HTTP. There are no packs.
public final class StickerEndpoints {
    private static final int NAME_MAX_CHARS = 30;
    private static final int DESCRIPTION_MAX_CHARS = 100;
    private static final int TAGS_MAX_CHARS = 200;
    private static final int PNG = 1;
    private static final int APNG = 2;
    private static final int LOTTIE = 3;
    private static final int GIF = 4;

    private final Stickers stickers;
    private final Guilds guilds;
    private final Users users;
    private final Portraits portraits;
    private final Snowflakes ids;

    public StickerEndpoints(Stickers stickers, Guilds guilds, Users users, Portraits portraits, Snowflakes ids) {
        this.stickers = stickers;
        this.guilds = guilds;
        this.users = users;
        this.portraits = portraits;
        this.ids = ids;
    }

    Reply packs(Request request) {
        return Reply.json(Map.of("sticker_packs", List.of()));
    }

    /// One of any guild that the caller is in.
    Reply any(Request request) {
        var id = sticker(request);
        for (var guild : guilds.ofMember(request.caller().id())) {
            var found = guild.expressions().sticker(id);
            if (found != null) {
                return Reply.json(shape(guild.id(), found));
            }
        }
        throw Refusal.unknown(Refusal.Thing.STICKER);
    }

    Reply list(Request request) {
        var guild = EmojiEndpoints.guild(request);
        return Reply.json(stickers.list(request.caller(), guild).stream()
                .map(it -> shape(guild, it))
                .toList());
    }

    Reply one(Request request) {
        var guild = EmojiEndpoints.guild(request);
        return Reply.json(shape(guild, stickers.one(request.caller(), guild, sticker(request))));
    }

    Reply create(Request request) {
        var guild = EmojiEndpoints.guild(request);
        var caller = request.caller();
        stickers.requireMayCreate(caller, guild);
        var form = MessageForm.of(request);
        var body = form.body();
        String name = body.requiredText("name", 2, NAME_MAX_CHARS);
        String description = body.text("description", 0, DESCRIPTION_MAX_CHARS);
        String tags = body.requiredText("tags", 1, TAGS_MAX_CHARS);
        if (form.files().isEmpty()) {
            body.wrong("file", "BASE_TYPE_REQUIRED", "This field is required");
        }
        body.check();
        var content = form.files().getFirst().part().content();
        if (content.length() > Limits.STICKER_MAX_BYTES) {
            throw new Refused(new Refusal.TooLarge(Limits.STICKER_MAX_BYTES));
        }
        var id = new EntityId(ids.next());
        int format = kept(content.bytes(), id);
        var sticker =
                new Expressions.Sticker(id, name, description == null ? "" : description, tags, format, caller.id());
        return Reply.json(201, shape(guild, stickers.create(caller, guild, sticker)));
    }

    /// @return its format, Discord's number
    private int kept(byte[] bytes, EntityId id) {
        if (Portraits.isDrawing(bytes)) {
            portraits.keepDrawing(PortraitKind.STICKER, id.text(), "file", bytes);
            return LOTTIE;
        }
        var picture = portraits.read("file", bytes, Limits.STICKER_MAX_BYTES);
        boolean png = picture.type().equals("image/png");
        if (!png && !picture.type().equals("image/gif")) {
            throw Refusal.invalid("file", "IMAGE_INVALID", "Stickers are PNG, APNG, GIF or Lottie.");
        }
        portraits.keepOnly(PortraitKind.STICKER, id.text(), picture);
        return png ? (picture.moves() ? APNG : PNG) : GIF;
    }

    Reply change(Request request) {
        var guild = EmojiEndpoints.guild(request);
        var body = MessageForm.of(request).body();
        String name = body.text("name", 2, NAME_MAX_CHARS);
        String description = body.isNull("description") ? "" : body.text("description", 0, DESCRIPTION_MAX_CHARS);
        String tags = body.text("tags", 1, TAGS_MAX_CHARS);
        body.check();
        var changed = stickers.change(
                request.caller(),
                guild,
                sticker(request),
                it -> new Expressions.Sticker(
                        it.id(),
                        or(name, it.name()),
                        or(description, it.description()),
                        or(tags, it.tags()),
                        it.format(),
                        it.author()));
        return Reply.json(shape(guild, changed));
    }

    Reply delete(Request request) {
        var id = sticker(request);
        stickers.delete(request.caller(), EmojiEndpoints.guild(request), id);
        portraits.forgetOnly(PortraitKind.STICKER, id.text());
        return Reply.none();
    }

    private StickerShape shape(GuildId guild, Expressions.Sticker sticker) {
        return StickerShape.of(
                guild, sticker, users.find(sticker.author()).map(UserShape::of).orElse(null));
    }

    private static String or(@Nullable String wanted, String before) {
        return wanted == null ? before : wanted;
    }

    private static EntityId sticker(Request request) {
        return EntityId.of(request.path("sticker"));
    }
}
