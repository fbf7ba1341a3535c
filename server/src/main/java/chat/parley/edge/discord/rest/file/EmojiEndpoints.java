package chat.parley.edge.discord.rest.file;

import chat.parley.account.Users;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.file.EmojiShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import chat.parley.guild.Expressions;
import chat.parley.guild.expression.Emojis;
import java.util.List;

/// The emoji of guilds over HTTP.
public final class EmojiEndpoints {
    private final Emojis emojis;
    private final Users users;
    private final Portraits portraits;
    private final Snowflakes ids;

    public EmojiEndpoints(Emojis emojis, Users users, Portraits portraits, Snowflakes ids) {
        this.emojis = emojis;
        this.users = users;
        this.portraits = portraits;
        this.ids = ids;
    }

    Reply list(Request request) {
        return Reply.json(emojis.list(request.caller(), guild(request)).stream()
                .map(this::shape)
                .toList());
    }

    Reply one(Request request) {
        return Reply.json(shape(emojis.one(request.caller(), guild(request), emoji(request))));
    }

    Reply create(Request request) {
        var guild = guild(request);
        emojis.requireMayCreate(request.caller(), guild);
        var body = Body.of(request);
        String name = body.requiredText("name", 2, 32);
        String image = body.requiredText("image", 1, Limits.CONTENT_IN_MEMORY_MAX_BYTES);
        var roles = roles(body);
        body.check();
        var picture = portraits.read("image", image, Limits.EMOJI_MAX_BYTES);
        var id = new EntityId(ids.next());
        portraits.keepOnly(PortraitKind.EMOJI, id.text(), picture);
        var emoji = new Expressions.Emoji(
                id, name, roles, picture.moves(), request.caller().id());
        return Reply.json(201, shape(emojis.create(request.caller(), guild, emoji)));
    }

    Reply change(Request request) {
        var body = Body.of(request);
        String name = body.text("name", 2, 32);
        var roles = body.has("roles") ? roles(body) : null;
        body.check();
        return Reply.json(shape(emojis.change(request.caller(), guild(request), emoji(request), name, roles)));
    }

    Reply delete(Request request) {
        var id = emoji(request);
        emojis.delete(request.caller(), guild(request), id);
        portraits.forgetOnly(PortraitKind.EMOJI, id.text());
        return Reply.none();
    }

    private EmojiShape shape(Expressions.Emoji emoji) {
        return EmojiShape.of(
                emoji, users.find(emoji.author()).map(UserShape::of).orElse(null));
    }

    private static List<RoleId> roles(Body body) {
        return body.ids("roles", Limits.ROLES_PER_GUILD_MAX).stream()
                .map(RoleId::new)
                .toList();
    }

    static GuildId guild(Request request) {
        return GuildId.of(request.path("guild"));
    }

    private static EntityId emoji(Request request) {
        return EntityId.of(request.path("emoji"));
    }
}
