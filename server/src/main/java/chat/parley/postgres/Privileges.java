package chat.parley.postgres;

import chat.parley.config.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// As whom PostgreSQL runs. It refuses root, so when the node itself is root (a container, a trial on a server), its
/// programs run as another user, to whom the cluster's files are given; or, where that user cannot reach the files
/// (a home directory), in a user namespace, in which root is nobody in particular.
///
/// @param prefix what stands before each command
/// @param owner `uid:gid` that must own the cluster, empty when that is us
record Privileges(List<String> prefix, String owner) {
    private static final List<String> USERS = List.of("parley", "postgres", "nobody");
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    /// @param home where the cluster is or will be
    /// @param binaries what must be reachable too
    static Privileges in(Path home, Path binaries) throws IOException {
        if (!weAreRoot()) {
            return new Privileges(List.of(), "");
        }
        var tried = new ArrayList<String>();
        for (var candidate : candidates(home.resolve("cluster"))) {
            var probe = candidate.probe(home, binaries);
            if (probe.worked()) {
                return candidate;
            }
            tried.add(String.join(" ", candidate.prefix) + ": " + probe.output());
        }
        throw new CannotStart("PostgreSQL refuses to run as root, and no other user could be used ("
                + String.join("; ", tried) + "). Run Parley as an ordinary user that owns "
                + home + ", or set PARLEY_DATABASE_URL to a PostgreSQL server of your own.");
    }

    List<String> command(String... command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return whole;
    }

    void own(Path path) {
        if (owner.isEmpty()) {
            return;
        }
        var outcome = Shell.run(List.of("chown", "-R", owner, path.toString()));
        if (!outcome.worked()) {
            throw new CannotStart("The owner of " + path + " could not be changed: " + outcome.output());
        }
    }

    private static boolean weAreRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                ? Files.getAttribute(self, "unix:uid").equals(0)
                : "root".equals(System.getProperty("user.name"));
    }

    /// A cluster that exists decides by its owner; a new one takes the first that works.
    private static List<Privileges> candidates(Path cluster) throws IOException {
        if (Files.isDirectory(cluster)) {
            int uid = (int) Files.getAttribute(cluster, "unix:uid");
            int gid = (int) Files.getAttribute(cluster, "unix:gid");
            return uid == 0 ? List.of(namespace()) : asUser(uid, gid);
        }
        var all = new ArrayList<Privileges>();
        for (String user : USERS) {
            var uid = number("-u", user);
            var gid = number("-g", user);
            if (uid.isPresent() && gid.isPresent()) {
                all.addAll(asUser(uid.get(), gid.get()));
            }
        }
        all.add(namespace());
        return all;
    }

    private static Privileges namespace() {
        return new Privileges(NAMESPACE, "");
    }

    private static List<Privileges> asUser(int uid, int gid) {
        String owner = uid + ":" + gid;
        return List.of(
                new Privileges(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), owner),
                new Privileges(List.of("chroot", "--userspec=" + owner, "--groups=", "/"), owner));
    }

    private static Optional<Integer> number(String option, String user) {
        var outcome = Shell.run(List.of("id", option, user));
        return outcome.worked() ? Optional.of(Integer.valueOf(outcome.output())) : Optional.empty();
    }

    /// Can this identity enter both, and own a directory beside the cluster?
    private Shell.Outcome probe(Path home, Path binaries) throws IOException {
        Path mine = Files.createTempDirectory(home, "probe-");
        try {
            own(mine);
            String test = "test \"$(id -u)\" != 0 && cd \"$1\" && : > f && rm f && cd \"$2\"";
            return Shell.run(command("/bin/sh", "-c", test, "sh", mine.toString(), binaries.toString()));
        } finally {
            Trees.delete(mine);
        }
    }
}
