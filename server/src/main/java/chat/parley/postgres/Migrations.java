package chat.parley.postgres;

import chat.parley.base.sql.Database;
import chat.parley.base.sql.DatabaseFault;
import chat.parley.config.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the schema up to date from the resources `db/V*.sql`. A start with an unchanged schema skips Flyway, which
/// takes most of a second to load: one row holds the checksum of all migrations that have been applied.
public final class Migrations {
    private static final String UNDEFINED_TABLE = "42P01";

    private Migrations() {}

    /// @throws CannotStart when the database is newer than this program or was changed by hand
    public static void apply(Server server, Database database) {
        String wanted = checksum();
        if (wanted.equals(applied(database))) {
            return;
        }
        try {
            Flyway.configure()
                    .dataSource(server.jdbcUrl(), server.user(), server.password())
                    .locations("classpath:db")
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new CannotStart(
                    "The database's schema could not be brought up to date: " + failure.getMessage()
                            + " If the data came from a newer Parley, start that one.",
                    failure);
        }
        remember(database, wanted);
    }

    private static String applied(Database database) {
        try {
            return database.first("SELECT checksum FROM schema_state", row -> row.text("checksum"))
                    .orElse("");
        } catch (DatabaseFault fault) {
            if (UNDEFINED_TABLE.equals(fault.sqlState())) {
                return "";
            }
            throw fault;
        }
    }

    private static void remember(Database database, String checksum) {
        database.transaction(sql -> {
            sql.change("DELETE FROM schema_state");
            return sql.change("INSERT INTO schema_state (checksum) VALUES (?)", checksum);
        });
    }

    private static String checksum() {
        var loader = Migrations.class.getClassLoader();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String name : names(loader)) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                try (InputStream script = loader.getResourceAsStream("db/" + name)) {
                    digest.update(Objects.requireNonNull(script).readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new UncheckedIOException("The migrations cannot be read", failure);
        } catch (NoSuchAlgorithmException | URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> names(ClassLoader loader) throws IOException, URISyntaxException {
        var folder = loader.getResource("db/");
        if (folder == null) {
            throw new IOException("no db/ on the class path");
        }
        if (folder.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .map(ZipEntry::getName)
                    .filter(it -> it.startsWith("db/") && it.endsWith(".sql"))
                    .map(it -> it.substring("db/".length()))
                    .sorted()
                    .toList();
        }
        try (var files = Files.list(Path.of(new URI(folder.toString())))) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }
}
