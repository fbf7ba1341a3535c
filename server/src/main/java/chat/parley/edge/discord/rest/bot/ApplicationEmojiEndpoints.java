package chat.parley.edge.discord.rest.bot;

import chat.parley.account.Users;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.bot.Applications;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.file.EmojiShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import chat.parley.guild.Expressions;
import chat.parley.guild.expression.ApplicationEmojis;
import java.util.List;
import java.util.Map;

/// The emoji of an application, for its owner and its bot.
public final class ApplicationEmojiEndpoints {
    private final Applications applications;
    private final ApplicationEmojis emojis;
    private final Users users;
    private final Portraits portraits;
    private final Snowflakes ids;

    public ApplicationEmojiEndpoints(
            Applications applications, ApplicationEmojis emojis, Users users, Portraits portraits, Snowflakes ids) {
        this.applications = applications;
        this.emojis = emojis;
        this.users = users;
        this.portraits = portraits;
        this.ids = ids;
    }

    Reply list(Request request) {
        var found = emojis.of(application(request));
        return Reply.json(Map.of("items", found.stream().map(this::shape).toList()));
    }

    Reply one(Request request) {
        return Reply.json(shape(emojis.one(application(request), emoji(request))));
    }

    Reply create(Request request) {
        var application = application(request);
        var body = Body.of(request);
        String name = body.requiredText("name", Limits.EMOJI_NAME_MIN_CHARS, Limits.EMOJI_MAX_CHARS);
        String image = body.requiredText("image", 1, Limits.CONTENT_IN_MEMORY_MAX_BYTES);
        body.check();
        var picture = portraits.read("image", image, Limits.EMOJI_MAX_BYTES);
        var author = request.caller().id();
        var emoji = new Expressions.Emoji(new EntityId(ids.next()), name, List.of(), picture.moves(), author);
        portraits.keepOnly(PortraitKind.EMOJI, emoji.id().text(), picture);
        return Reply.json(201, shape(emojis.create(application, emoji)));
    }

    Reply change(Request request) {
        var application = application(request);
        var body = Body.of(request);
        String name = body.requiredText("name", Limits.EMOJI_NAME_MIN_CHARS, Limits.EMOJI_MAX_CHARS);
        body.check();
        return Reply.json(shape(emojis.rename(application, emoji(request), name)));
    }

    Reply delete(Request request) {
        var id = emoji(request);
        emojis.delete(application(request), id);
        portraits.forgetOnly(PortraitKind.EMOJI, id.text());
        return Reply.none();
    }

    /// The application ends: nobody sees its emoji any more.
    void forgetAll(UserId application) {
        emojis.of(application)
                .forEach(it -> portraits.forgetOnly(PortraitKind.EMOJI, it.id().text()));
    }

    private EmojiShape shape(Expressions.Emoji emoji) {
        return EmojiShape.of(
                emoji, users.find(emoji.author()).map(UserShape::of).orElse(null));
    }

    private UserId application(Request request) {
        return applications
                .own(request.caller(), UserId.of(request.path("application")))
                .id();
    }

    private static EntityId emoji(Request request) {
        return EntityId.of(request.path("emoji"));
    }
}
