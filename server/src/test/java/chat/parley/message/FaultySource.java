package chat.parley.message;

import chat.parley.base.sql.Database;
import chat.parley.postgres.Server;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Connections to a real database that fail on command, at the moments that matter.
final class FaultySource implements DataSource {
    private enum Mode {
        WELL,
        PAUSED_AT_COMMIT,
        BROKEN_BEFORE_COMMIT,
        BROKEN_AFTER_COMMIT,
        AWAY
    }

    private final PGSimpleDataSource real = new PGSimpleDataSource();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Mode mode = Mode.WELL;
    private volatile boolean awayAfterwards;
    private volatile CountDownLatch healed = new CountDownLatch(0);
    private volatile CountDownLatch paused = new CountDownLatch(1);

    FaultySource(Server server) {
        real.setUrl(server.jdbcUrl());
        real.setUser(server.user());
        real.setPassword(server.password());
    }

    Database database() {
        return new Database(this);
    }

    /// Commits wait for [#heal].
    void pauseCommits() {
        healed = new CountDownLatch(1);
        paused = new CountDownLatch(1);
        mode = Mode.PAUSED_AT_COMMIT;
    }

    void awaitPaused() throws InterruptedException {
        paused.await();
    }

    /// The next commit is not done and the connection is lost.
    void failBeforeCommit() {
        mode = Mode.BROKEN_BEFORE_COMMIT;
    }

    /// The next commit is done, and then the connection is lost.
    void failAfterCommit() {
        awayAfterwards = false;
        mode = Mode.BROKEN_AFTER_COMMIT;
    }

    void failAfterCommitAndStayAway() {
        awayAfterwards = true;
        mode = Mode.BROKEN_AFTER_COMMIT;
    }

    /// How many were given so far.
    int connections() {
        return connections.get();
    }

    /// Until so many connections were asked for in vain.
    void awaitRefusals(int count) {
        Deadline.await(() -> refused.get() >= count);
    }

    void heal() {
        mode = Mode.WELL;
        healed.countDown();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (mode == Mode.AWAY) {
            refused.incrementAndGet();
            throw lost();
        }
        connections.incrementAndGet();
        var connection = real.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        if (!method.getName().equals("commit")) {
            return invoke(connection, method, arguments);
        }
        switch (mode) {
            case PAUSED_AT_COMMIT -> {
                paused.countDown();
                healed.await();
            }
            case BROKEN_BEFORE_COMMIT -> {
                mode = Mode.WELL;
                throw lost();
            }
            case BROKEN_AFTER_COMMIT -> {
                mode = awayAfterwards ? Mode.AWAY : Mode.WELL;
                connection.commit();
                throw lost();
            }
            case WELL, AWAY -> {}
        }
        return invoke(connection, method, arguments);
    }

    private static Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static SQLException lost() {
        return new SQLException("The connection is lost", "08006");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLException("no log");
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
