package chat.parley.edge.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.testing.TestServer;
import org.junit.jupiter.api.Test;

class NodeEndpointsTest {
    @Test
    void a_stranger_learns_what_the_node_is() {
        try (var server = TestServer.start()) {
            var instance = server.caller().get("/instance").expected();
            assertEquals("Parley", instance.path("name").asString());
            assertEquals("open", instance.path("registration").asString());
            assertEquals("", instance.path("description").asString());
            assertEquals(true, instance.path("setup_required").asBoolean());
            assertEquals(200, server.caller().get("//health").status());
            assertEquals(401, server.caller().get("/node/settings").status());
        }
    }
}
