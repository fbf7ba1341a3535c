package chat.parley.edge.discord.rest.guild;

import chat.parley.account.Users;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.GuildShape;
import chat.parley.edge.discord.shape.template.TemplateShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import chat.parley.guild.Guild;
import chat.parley.guild.GuildSettings;
import chat.parley.reception.template.Template;
import chat.parley.reception.template.Templates;
import org.jspecify.annotations.Nullable;

/// Templates of guilds, and guilds made from them.
public final class TemplateEndpoints {
    private final Templates templates;
    private final GuildSettings settings;
    private final Users users;
    private final Portraits portraits;

    /// @param portraits keeps the pictures of new guilds
    public TemplateEndpoints(Templates templates, GuildSettings settings, Users users, Portraits portraits) {
        this.templates = templates;
        this.settings = settings;
        this.users = users;
        this.portraits = portraits;
    }

    /// For anybody who knows the code, signed in or not.
    public Reply one(Request request) {
        return Reply.json(shape(templates.of(request.path("code"))));
    }

    public Reply found(Request request) {
        var body = Body.of(request);
        String name = body.requiredText("name", Limits.GUILD_NAME_MIN_CHARS, Limits.GUILD_NAME_MAX_CHARS);
        String text = body.text("icon", 0, Limits.CONTENT_IN_MEMORY_MAX_BYTES);
        body.check();
        // A bad picture is refused before there is a guild.
        var icon = text == null || text.isEmpty() ? null : portraits.read("icon", text, Limits.PORTRAIT_MAX_BYTES);
        var founded = templates.found(request.caller(), request.path("code"), name);
        if (icon != null) {
            String hash = portraits.keep(PortraitKind.ICON, founded.id().text(), icon);
            founded = settings.edit(
                    request.caller(), founded.id(), it -> it.with(new Guild.Pictures(hash, null, null, null)));
        }
        return Reply.json(201, GuildShape.of(founded));
    }

    public Reply list(Request request) {
        return Reply.json(templates.in(request.caller(), GuildEndpoints.id(request)).stream()
                .map(this::shape)
                .toList());
    }

    public Reply create(Request request) {
        var body = Body.of(request);
        String name = body.requiredText("name", 1, Limits.TEMPLATE_NAME_MAX_CHARS);
        String description = description(body);
        body.check();
        return Reply.json(shape(templates.create(request.caller(), GuildEndpoints.id(request), name, description)));
    }

    public Reply synchronise(Request request) {
        return Reply.json(
                shape(templates.synchronise(request.caller(), GuildEndpoints.id(request), request.path("code"))));
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        String name = body.has("name") ? body.requiredText("name", 1, Limits.TEMPLATE_NAME_MAX_CHARS) : null;
        String description = description(body);
        body.check();
        return Reply.json(shape(templates.rename(
                request.caller(),
                GuildEndpoints.id(request),
                request.path("code"),
                before -> name == null ? before : name,
                before -> body.has("description") ? description : before)));
    }

    public Reply delete(Request request) {
        return Reply.json(shape(templates.delete(request.caller(), GuildEndpoints.id(request), request.path("code"))));
    }

    private static @Nullable String description(Body body) {
        String text = body.text("description", 0, Limits.TEMPLATE_TEXT_MAX_CHARS);
        return text == null || text.isEmpty() ? null : text;
    }

    private TemplateShape shape(Template template) {
        return TemplateShape.of(template, users.find(template.creator()).orElse(null), templates.dirty(template));
    }
}
