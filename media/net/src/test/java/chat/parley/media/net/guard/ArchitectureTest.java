package chat.parley.media.net.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/// The module stays usable without the rest of Parley, and its parts apart from each other.
final class ArchitectureTest {
    private static final String ROOT = "chat.parley.media.net";
    private static final JavaClasses NET = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test"))
            .importPackages(ROOT);

    @Test
    void packages_are_free_of_cycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(NET);
    }

    @Test
    void the_parts_do_not_know_the_server_that_is_made_of_them() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(NET);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".udp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".dtls..", ROOT + ".loop..")
                .check(NET);
    }

    @Test
    void only_the_handshake_needs_bouncy_castle_and_nothing_else_is_needed() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".dtls..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(NET);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "chat.parley.media..", "java..", "org.bouncycastle..", "org.jspecify..", "org.slf4j..")
                .check(NET);
    }
}
