package chat.parley.edge.discord.rest.channel;

import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.shape.GuildShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import java.util.List;
import java.util.function.ToIntFunction;

/// What clients ask of a guild before they show it: its preview, and where its voice may be.
public final class PreviewEndpoints {
    /// A node has one place.
    record Region(String id, String name, boolean optimal, boolean deprecated, boolean custom) {}

    private static final List<String> SHOWN = List.of(
            "id",
            "name",
            "icon",
            "description",
            "home_header",
            "splash",
            "discovery_splash",
            "features",
            "approximate_member_count",
            "approximate_presence_count",
            "emojis",
            "stickers");

    private final Guilds guilds;
    private final ToIntFunction<GuildSnapshot> online;

    /// @param online counts the members who are online
    public PreviewEndpoints(Guilds guilds, ToIntFunction<GuildSnapshot> online) {
        this.guilds = guilds;
        this.online = online;
    }

    Reply preview(Request request) {
        var snapshot = guilds.of(request.caller(), GuildEndpoints.id(request)).snapshot();
        return Reply.json(
                GuildShape.counted(snapshot, online.applyAsInt(snapshot)).retain(SHOWN));
    }

    Reply regions(Request request) {
        return Reply.json(everywhere());
    }

    Reply regionsOf(Request request) {
        guilds.of(request.caller(), GuildEndpoints.id(request));
        return Reply.json(everywhere());
    }

    /// There is one, because a node stands in one place.
    private static List<Region> everywhere() {
        return List.of(new Region(
                "automatic", "Automatic", /* optimal= */ true, /* deprecated= */ false, /* custom= */ false));
    }
}
