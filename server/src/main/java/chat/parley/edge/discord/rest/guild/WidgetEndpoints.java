package chat.parley.edge.discord.rest.guild;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.reception.WidgetShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.Reception.Widget;
import chat.parley.presence.Presence;
import chat.parley.presence.Presences;
import chat.parley.reception.Widgets;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What other sites show of a guild: as JSON, as a picture, and its settings.
public final class WidgetEndpoints {
    /// Pages of others may read it and show it, and keep it for a minute.
    private static final Map<String, String> OPEN = Map.of(
            "Access-Control-Allow-Origin", "*",
            "Cross-Origin-Resource-Policy", "cross-origin",
            "Cache-Control", "public, max-age=60");
    private static final int MEMBERS_MAX = 100;

    private final Widgets widgets;
    private final Presences presences;
    private final Users users;
    private final UnaryOperator<String> links;

    /// @param links makes whole addresses of paths of ours
    public WidgetEndpoints(Widgets widgets, Presences presences, Users users, UnaryOperator<String> links) {
        this.widgets = widgets;
        this.presences = presences;
        this.users = users;
        this.links = links;
    }

    private record SettingsShape(
            boolean enabled,

            @JsonProperty("channel_id") @JsonInclude(ALWAYS) @Nullable
            ChannelId channel) {}

    public Reply settings(Request request) {
        return told(widgets.of(request.caller(), GuildEndpoints.id(request)));
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        var enabled = body.flag("enabled");
        var channel = body.id("channel_id");
        body.check();
        return told(widgets.change(
                request.caller(),
                GuildEndpoints.id(request),
                before -> new Widget(
                        enabled == null ? before.enabled() : enabled,
                        body.has("channel_id") ? (channel == null ? null : new ChannelId(channel)) : before.channel(),
                        before.invite())));
    }

    public Reply json(Request request) {
        var shown = widgets.shown(GuildEndpoints.id(request));
        var online = presences.online(shown.guild(), MEMBERS_MAX);
        var people = users.all(online.stream().map(Presence::user).toList());
        int count = presences.online(shown.guild());
        return Reply.json(WidgetShape.of(shown, online, people, count, links)).with(OPEN);
    }

    public Reply picture(Request request) {
        String wanted = request.query("style");
        var style = wanted == null ? WidgetPicture.Style.SHIELD : WidgetPicture.Style.of(wanted);
        if (style == null) {
            throw Refusal.invalid(
                    "style", "BASE_TYPE_CHOICES", "Value must be one of shield, banner1, banner2, banner3, banner4.");
        }
        GuildId id = GuildEndpoints.id(request);
        var guild = widgets.shown(id).guild();
        var picture = WidgetPicture.draw(style, guild.guild(), presences.online(guild));
        return new Reply(200, "image/png", picture, OPEN);
    }

    private static Reply told(Widget widget) {
        return Reply.json(new SettingsShape(widget.enabled(), widget.channel()));
    }
}
