package chat.parley.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.parley.account.Caller;
import chat.parley.auth.RegistrationMode;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refused;
import chat.parley.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final NodeSettings DEFAULTS = new NodeSettings("Parley", "", RegistrationMode.INVITE);
    private static final Caller OWNER = new Caller(new UserId(1), new EntityId(1), false, true);
    private static final Caller SOMEBODY = new Caller(new UserId(2), new EntityId(2), false, false);

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void what_the_owner_decides_outlives_a_restart_and_the_rest_follows_the_configuration() {
        assertEquals(DEFAULTS, node(DEFAULTS).now());
        node(DEFAULTS).change(OWNER, new NodeChange("Home", null, null));
        node(DEFAULTS).change(OWNER, new NodeChange(null, "Ours", null));
        var configured = new NodeSettings("Other", "Other", RegistrationMode.CLOSED);
        assertEquals(
                new NodeSettings("Home", "Ours", RegistrationMode.CLOSED),
                node(configured).now());
        node(DEFAULTS).change(OWNER, new NodeChange(null, null, RegistrationMode.OPEN));
        assertEquals(RegistrationMode.OPEN, node(configured).now().registration());
    }

    @Test
    void nobody_but_the_owner_reads_or_changes_them() {
        var node = node(DEFAULTS);
        assertThrows(Refused.class, () -> node.of(SOMEBODY));
        assertThrows(Refused.class, () -> node.change(SOMEBODY, new NodeChange("Mine", null, null)));
    }

    private static Settings node(NodeSettings defaults) {
        return new Settings(new NodeStore(DATABASE.database()), defaults);
    }
}
