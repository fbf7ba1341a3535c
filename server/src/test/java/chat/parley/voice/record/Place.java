package chat.parley.voice.record;

import chat.parley.testing.HttpCaller;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A voice channel, and what was recorded in it.
///
/// @param text a text channel beside it
public record Place(String guild, String channel, String text) {
    public static Place of(HttpCaller owner) {
        String guild = owner.post("/guilds", Map.of("name", "Talks"))
                .expected()
                .path("id")
                .asString();
        String channel = "";
        String text = "";
        for (var it : owner.get("/guilds/" + guild + "/channels").expected()) {
            channel = it.path("type").asInt() == 2 ? it.path("id").asString() : channel;
            text = it.path("type").asInt() == 0 ? it.path("id").asString() : text;
        }
        return new Place(guild, channel, text);
    }

    public void invite(HttpCaller owner, HttpCaller guest) {
        var invite = owner.post("/channels/" + text + "/invites", Map.of()).expected();
        guest.post("/invites/" + invite.path("code").asString(), Map.of()).expected();
    }

    /// @param file one of a recording
    static byte[] bytes(JsonNode file) throws IOException {
        try (var in = URI.create(file.path("url").asString()).toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    String path() {
        return "/channels/" + channel + "/recordings";
    }

    JsonNode newest(HttpCaller caller) {
        return caller.get(path()).expected().path("recordings").path(0);
    }

    /// The newest, once it is stored.
    JsonNode finished(HttpCaller caller) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            var newest = newest(caller);
            if (newest.has("ended_at")) {
                return newest;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the recording does not end");
    }
}
