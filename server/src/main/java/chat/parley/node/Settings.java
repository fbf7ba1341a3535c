package chat.parley.node;

import chat.parley.account.Caller;
import chat.parley.base.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings of the whole node. Reading costs nothing: they are kept in memory. Several nodes on one
/// database see each other's changes after a restart.
public final class Settings {
    private static final Logger log = LoggerFactory.getLogger(Settings.class);

    private final NodeStore store;
    private volatile NodeSettings now;

    /// @param defaults hold for what the owner has never decided
    public Settings(NodeStore store, NodeSettings defaults) {
        this.store = store;
        this.now = store.read().on(defaults);
    }

    public NodeSettings now() {
        return now;
    }

    /// @throws chat.parley.base.refusal.Refused when the caller does not own the node
    public NodeSettings change(Caller caller, NodeChange change) {
        requireOwner(caller);
        synchronized (this) {
            store.write(change);
            now = change.on(now);
        }
        log.info("User {} changed the settings of the node", caller.id());
        return now;
    }

    /// The settings for their editor.
    ///
    /// @throws chat.parley.base.refusal.Refused when the caller does not own the node
    public NodeSettings of(Caller caller) {
        requireOwner(caller);
        return now;
    }

    private static void requireOwner(Caller caller) {
        if (!caller.operator()) {
            throw Refusal.forbidden("OWNER_OF_THE_NODE");
        }
    }
}
