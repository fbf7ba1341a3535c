package chat.parley.edge.discord.rest.guild;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.reception.WelcomeShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.reception.WelcomeScreen;
import chat.parley.reception.WelcomeScreens;
import java.util.ArrayList;
import java.util.List;

/// The screen that greets newcomers.
public final class WelcomeEndpoints {
    private final WelcomeScreens screens;

    public WelcomeEndpoints(WelcomeScreens screens) {
        this.screens = screens;
    }

    public Reply one(Request request) {
        return Reply.json(WelcomeShape.of(screens.of(request.caller(), GuildEndpoints.id(request))));
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        var enabled = body.flag("enabled");
        String text = body.text("description", 0, Limits.WELCOME_TEXT_MAX_CHARS);
        var places = places(body);
        body.check();
        var changed = screens.change(
                request.caller(),
                GuildEndpoints.id(request),
                enabled,
                before -> new WelcomeScreen(
                        body.has("description") ? (text == null || text.isEmpty() ? null : text) : before.description(),
                        body.has("welcome_channels") ? places : before.places()));
        return Reply.json(WelcomeShape.of(changed));
    }

    private static List<WelcomeScreen.Place> places(Body body) {
        var places = new ArrayList<WelcomeScreen.Place>();
        for (var each : body.objects("welcome_channels", Limits.WELCOME_CHANNELS_MAX)) {
            var channel = each.id("channel_id");
            if (channel == null) {
                each.wrong("channel_id", "BASE_TYPE_REQUIRED", "This field is required");
                continue;
            }
            var emoji = each.id("emoji_id");
            places.add(new WelcomeScreen.Place(
                    new ChannelId(channel),
                    each.requiredText("description", 1, Limits.WELCOME_CHANNEL_MAX_CHARS),
                    emoji == null ? null : new EntityId(emoji),
                    each.text("emoji_name", 1, Limits.EMOJI_MAX_CHARS)));
        }
        return places;
    }
}
