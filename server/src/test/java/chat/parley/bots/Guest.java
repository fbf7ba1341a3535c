package chat.parley.bots;

import chat.parley.testing.BotHome;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// A person who uses a bot, as the web client does it.
final class Guest implements AutoCloseable {
    private final BotHome home;
    private final HttpCaller caller;
    private final String bot;
    private final GatewayClient gateway;
    private final List<JsonNode> passedOver = new CopyOnWriteArrayList<>();
    private int nonce;

    Guest(BotHome home, HttpCaller caller, String bot) {
        this.home = home;
        this.caller = caller;
        this.bot = bot;
        gateway = GatewayClient.connect(home.server.gateway());
        gateway.identify(caller.token());
    }

    HttpCaller caller() {
        return caller;
    }

    /// Uses a slash command.
    void command(String name, Object... options) {
        interact(2, home.general, data(name, 1, options));
    }

    /// Uses a command on a user (kind 2) or a message (kind 3).
    void command(String name, int kind, String target) {
        var data = new HashMap<>(data(name, kind));
        data.put("target_id", target);
        interact(2, home.general, data);
    }

    /// Types into an option that completes itself.
    JsonNode complete(String name, Object... options) {
        interact(4, home.general, data(name, 1, options));
        return until("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE", _ -> true).path("choices");
    }

    /// Presses a button or chooses in a menu.
    void press(JsonNode message, String component, int type, String... values) {
        var body = body(3, message.path("channel_id").asString());
        body.put("message_id", message.path("id").asString());
        body.put("data", Map.of("component_type", type, "custom_id", component, "values", List.of(values)));
        caller.post("/interactions", body).expected();
    }

    /// Fills a form in.
    void submit(JsonNode form, List<Map<String, Object>> components) {
        interact(
                5,
                home.general,
                Map.of(
                        "id", form.path("id").asString(),
                        "custom_id", form.path("custom_id").asString(),
                        "components", components));
    }

    /// The first event of that name that fits and was not given before. Events of different kinds come in no order,
    /// so those that are passed over are kept for later.
    JsonNode until(String event, Predicate<JsonNode> fits) {
        for (var frame : passedOver) {
            if (fitting(frame, event, fits)) {
                passedOver.remove(frame);
                return frame.path("d");
            }
        }
        while (true) {
            var frame = gateway.next();
            if (fitting(frame, event, fits)) {
                return frame.path("d");
            }
            passedOver.add(frame);
        }
    }

    private static boolean fitting(JsonNode frame, String event, Predicate<JsonNode> fits) {
        return frame.path("t").asString("").equals(event) && fits.test(frame.path("d"));
    }

    JsonNode message(String beginning) {
        return until("MESSAGE_CREATE", it -> it.path("content").asString("").startsWith(beginning));
    }

    JsonNode edited(String beginning) {
        return until("MESSAGE_UPDATE", it -> it.path("content").asString("").startsWith(beginning));
    }

    static Map<String, Object> option(int type, String name, Object value) {
        return Map.of("type", type, "name", name, "value", value);
    }

    static Map<String, Object> focused(int type, String name, Object value) {
        return Map.of("type", type, "name", name, "value", value, "focused", true);
    }

    private Map<String, Object> data(String name, int kind, Object... options) {
        var found = caller.get("/guilds/" + home.guild + "/application-command-index")
                .expected()
                .path("application_commands")
                .valueStream()
                .filter(it -> it.path("name").asString().equals(name)
                        && it.path("application_id").asString().equals(bot))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no command " + name));
        return Map.of("id", found.path("id").asString(), "name", name, "type", kind, "options", List.of(options));
    }

    private void interact(int type, String channel, Map<String, Object> data) {
        var body = body(type, channel);
        body.put("data", data);
        caller.post("/interactions", body).expected();
    }

    private Map<String, Object> body(int type, String channel) {
        var body = new HashMap<String, Object>();
        body.put("type", type);
        body.put("application_id", bot);
        body.put("guild_id", home.guild);
        body.put("channel_id", channel);
        body.put("nonce", Integer.toString(++nonce));
        return body;
    }

    @Override
    public void close() {
        gateway.close();
    }
}
