package chat.parley.postgres;

import chat.parley.config.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The files of one PostgreSQL: `cluster` (its data directory, which belongs to whoever runs it) beside `password`
/// (ours).
record Cluster(Path home, Binaries binaries, Privileges privileges, String password) {
    static final String USER = "parley";
    private static final int PASSWORD_BYTES = 32;

    /// Makes the cluster when there is none, with checksums on every page and passwords for everybody.
    static Cluster in(Path home, Path binariesFolder, boolean durable) {
        try {
            Files.createDirectories(home);
            var binaries = Binaries.unpackedIn(binariesFolder);
            var privileges = Privileges.in(home, binaries.home());
            var cluster = new Cluster(home, binaries, privileges, password(home.resolve("password")));
            if (!Files.isDirectory(cluster.directory())) {
                cluster.make(durable);
            }
            cluster.refuseOtherVersion();
            return cluster;
        } catch (IOException failure) {
            throw new UncheckedIOException("The database's files in " + home + " cannot be used", failure);
        }
    }

    /// Where the server of a running node listens: the fourth line of `postmaster.pid`.
    static Server running(Path home) {
        try {
            var lines = Files.readAllLines(home.resolve("cluster").resolve(Leftover.PID_FILE));
            return server(Integer.parseInt(lines.get(3).strip()), "postgres", password(home.resolve("password")));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException failure) {
            throw new CannotStart("The database in " + home + " is not running yet: try again in a moment.", failure);
        }
    }

    static Server server(int port, String database, String password) {
        return new Server("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, password);
    }

    Path directory() {
        return home.resolve("cluster");
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        writePrivately(file, password);
        return password;
    }

    private static void writePrivately(Path file, String text) throws IOException {
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, ours);
        Files.writeString(file, text);
    }

    /// Under another name first, so that an interrupted start leaves no half-made cluster.
    private void make(boolean durable) throws IOException {
        Path unfinished = home.resolve("cluster.new");
        Path secret = home.resolve("cluster.secret");
        Trees.delete(unfinished);
        Files.deleteIfExists(secret);
        Files.createDirectory(unfinished);
        writePrivately(secret, password);
        privileges.own(unfinished);
        privileges.own(secret);
        var outcome = Shell.run(initdb(unfinished, secret, durable));
        Files.delete(secret);
        if (!outcome.worked()) {
            throw new CannotStart("The database could not be made in " + home + ": " + outcome.output());
        }
        Files.move(unfinished, directory());
    }

    private List<String> initdb(Path target, Path secret, boolean durable) {
        var command = new ArrayList<>(privileges.command(binaries.program("initdb")));
        command.addAll(List.of("--pgdata=" + target, "--username=" + USER, "--pwfile=" + secret));
        command.addAll(List.of("--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8"));
        command.addAll(List.of("--locale-provider=builtin", "--locale=C", "--builtin-locale=C.UTF-8"));
        command.addAll(List.of("--no-instructions", durable ? "--sync-method=fsync" : "--no-sync"));
        return command;
    }

    private void refuseOtherVersion() throws IOException {
        // The file belongs to another user when we are root, which does not hinder root; otherwise it is ours.
        String version = Files.readString(directory().resolve("PG_VERSION")).strip();
        if (!version.equals(String.valueOf(Binaries.MAJOR_VERSION))) {
            throw new CannotStart(directory() + " was made by PostgreSQL " + version + ", this Parley brings "
                    + Binaries.MAJOR_VERSION + ": start the Parley that made it and take a backup there.");
        }
    }
}
