package chat.parley.guard;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The import list of ARCHITECTURE.md: a package may import itself and what stands before it.
final class Imports {
    /// Lowest first. A name stands for its subpackages too.
    static final List<String> ORDER = List.of(
            "base",
            "config",
            "postgres",
            "account",
            "auth",
            "node",
            "permission",
            "media",
            "guild",
            "friend",
            "channel",
            "conversation",
            "reception",
            "file",
            "message",
            "presence",
            "keys",
            "voice",
            "moderation",
            "preview",
            "search",
            "push",
            "bot",
            "audit",
            "backup",
            "checkup",
            "edge");

    private Imports() {}

    /// Every import that goes against the order, as `a.B -> c.D`.
    static List<String> againstTheOrder(JavaClasses classes, String root) {
        var wrong = new TreeSet<String>();
        for (var from : classes) {
            int place = place(root, from.getPackageName());
            for (var dependency : from.getDirectDependenciesFromSelf()) {
                var to = dependency.getTargetClass();
                if (to.getPackageName().startsWith(root) && place(root, to.getPackageName()) > place) {
                    wrong.add(from.getName() + " -> " + to.getName());
                }
            }
        }
        return new ArrayList<>(wrong);
    }

    /// Packages that nobody has given a place in the order.
    static List<String> withoutAPlace(JavaClasses classes, String root) {
        var unknown = new TreeSet<String>();
        for (var it : classes) {
            String name = it.getPackageName();
            if (!name.equals(root) && !ORDER.contains(first(root, name))) {
                unknown.add(name);
            }
        }
        return new ArrayList<>(unknown);
    }

    /// The root package (`Main`, `App`, the command line) may import everything.
    private static int place(String root, String name) {
        int place = name.equals(root) ? -1 : ORDER.indexOf(first(root, name));
        return place < 0 ? ORDER.size() : place;
    }

    private static String first(String root, String name) {
        return name.substring(root.length() + 1).split("\\.", 2)[0];
    }
}
