package chat.parley;

import chat.parley.account.Caller;
import chat.parley.auth.Registration;
import chat.parley.auth.RegistrationInvites;
import chat.parley.auth.RegistrationMode;
import chat.parley.base.bus.InProcessBus;
import chat.parley.base.id.Snowflakes;
import chat.parley.config.Config;
import chat.parley.config.DataDirectory;
import chat.parley.config.Keys;
import chat.parley.postgres.NodeDatabase;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// As much of the node as the command line needs for accounts, beside a running node or without one.
record AccountOffice(
        AccountWiring accounts,
        Registration registration,
        NodeDatabase database,
        @Nullable DataDirectory data) implements AutoCloseable {
    /// Ids of the command line never meet those of a running node, which is number 0.
    private static final int NODE = 1_023;

    static AccountOffice open(Config config) {
        var path = config.of(Keys.DATA_DIR).toAbsolutePath().normalize();
        try {
            var data = DataDirectory.claim(path);
            return on(config, NodeDatabase.open(config, path), data);
        } catch (DataDirectory.InUse running) {
            return on(config, NodeDatabase.visit(config, path), null);
        }
    }

    @Override
    public void close() {
        accounts.close();
        database.close();
        if (data != null) {
            data.close();
        }
    }

    private static AccountOffice on(Config config, NodeDatabase database, @Nullable DataDirectory data) {
        var clock = Clock.systemUTC();
        var ids = new Snowflakes(clock, NODE);
        var accounts = new AccountWiring(config, database.database(), new InProcessBus(), ids, clock);
        var registration = accounts.registration(() -> RegistrationMode.CLOSED, new NoInvites());
        return new AccountOffice(accounts, registration, database, data);
    }

    /// Whoever has a shell needs none.
    private record NoInvites() implements RegistrationInvites {
        @Override
        public boolean valid(String code) {
            return false;
        }

        @Override
        public void join(Caller caller, String code) {
            throw new IllegalStateException("The command line invites nobody");
        }
    }
}
