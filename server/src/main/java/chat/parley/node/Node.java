package chat.parley.node;

import chat.parley.account.Caller;
import chat.parley.base.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings of the whole node. Reading costs nothing: they are kept in memory. Several nodes on one
/// database see each other's changes after a restart.
public final class Node {
    private static final Logger log = LoggerFactory.getLogger(Node.class);

    private final NodeStore store;
    private volatile NodeSettings settings;

    /// @param defaults hold for what the owner has never decided
    public Node(NodeStore store, NodeSettings defaults) {
        this.store = store;
        this.settings = store.read().on(defaults);
    }

    public NodeSettings settings() {
        return settings;
    }

    /// @throws chat.parley.base.refusal.Refused when the caller does not own the node
    public NodeSettings change(Caller caller, NodeChange change) {
        requireOwner(caller);
        synchronized (this) {
            store.write(change);
            settings = change.on(settings);
        }
        log.info("User {} changed the settings of the node", caller.id());
        return settings;
    }

    /// The settings for their editor.
    ///
    /// @throws chat.parley.base.refusal.Refused when the caller does not own the node
    public NodeSettings settings(Caller caller) {
        requireOwner(caller);
        return settings;
    }

    private static void requireOwner(Caller caller) {
        if (!caller.operator()) {
            throw Refusal.forbidden("OWNER_OF_THE_NODE");
        }
    }
}
