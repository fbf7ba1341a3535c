package chat.parley.media.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The engine stays a library without a world: no clock, thread, socket, file or logger, and packages in the
/// packet's order. How long files and functions may be is checked by the server's `TidyTest`, which reads every
/// module.
final class ArchitectureTest {
    private static final String ROOT = "chat.parley.media";
    private static final List<String> ORDER = List.of(
            "wire",
            "demux",
            "stun",
            "ice",
            "path",
            "rtp",
            "srtp",
            "voice",
            "codec",
            "receive",
            "estimate",
            "forward",
            "room",
            "send",
            "sdp");
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test"))
            .importPackages(ROOT);

    @Test
    void packages_are_free_of_cycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ENGINE);
    }

    @Test
    void a_package_imports_only_what_the_packet_met_before() {
        var found = ENGINE.stream()
                .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
                .filter(it -> it.getTargetClass().getPackageName().startsWith(ROOT))
                .filter(it -> place(it.getTargetClass().getPackageName())
                        > place(it.getOriginClass().getPackageName()))
                .map(it -> it.getOriginClass().getName() + " -> "
                        + it.getTargetClass().getName())
                .distinct()
                .toList();
        assertEquals(List.of(), found);
    }

    @Test
    void the_engine_has_no_clock_thread_socket_file_or_logger() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.time..",
                        "java.util.concurrent..",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "java.util.logging..",
                        "org.slf4j..")
                .check(ENGINE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.(lang\\.(Thread|Process).*|io\\.(File|PrintStream).*|net\\..*Socket|util\\.(Timer|Date))")
                .check(ENGINE);
        noClasses().should().callMethod(System.class, "nanoTime").check(ENGINE);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(ENGINE);
    }

    @Test
    void the_engine_needs_nothing_but_the_jdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(ROOT + "..", "java..", "javax.crypto..", "org.jspecify..")
                .check(ENGINE);
    }

    /// The root package wires and stands behind all others.
    private static int place(String name) {
        if (name.equals(ROOT)) {
            return ORDER.size();
        }
        int place = ORDER.indexOf(name.substring(ROOT.length() + 1).split("\\.", 2)[0]);
        if (place < 0) {
            throw new AssertionError(name + " has no place in the order");
        }
        return place;
    }
}
