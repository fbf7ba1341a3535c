package chat.parley.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who may import whom.
final class ArchitectureTest {
    private static final String ROOT = "chat.parley";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses BREACH = new ClassFileImporter().importPackages("breach");

    @Test
    void packages_are_free_of_cycles() {
        acyclic(ROOT).check(PROGRAM);
        assertThrows(AssertionError.class, () -> acyclic("breach").check(BREACH));
    }

    @Test
    void a_package_imports_only_what_stands_before_it() {
        assertEquals(List.of(), Imports.withoutAPlace(PROGRAM, ROOT));
        assertEquals(List.of(), Imports.againstTheOrder(PROGRAM, ROOT));
        assertEquals(
                List.of(
                        "breach.account.Low -> breach.edge.discord.rest.Outer",
                        "breach.account.Low -> breach.guild.High"),
                Imports.againstTheOrder(BREACH, "breach"));
    }

    @Test
    void edges_are_imported_by_nobody_but_the_wiring() {
        edgesAreLeaves(ROOT).check(PROGRAM);
        assertThrows(AssertionError.class, () -> edgesAreLeaves("breach").check(BREACH));
    }

    @Test
    void edges_do_not_import_each_other() {
        restAlone(ROOT).check(PROGRAM);
        gatewayAlone(ROOT).allowEmptyShould(true).check(PROGRAM);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".edge.page..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".edge.discord..")
                .allowEmptyShould(true)
                .check(PROGRAM);
        assertThrows(AssertionError.class, () -> gatewayAlone("breach").check(BREACH));
    }

    @Test
    void the_http_server_knows_nothing_of_discord() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".edge.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".edge.discord..", ROOT + ".edge.page..")
                .check(PROGRAM);
    }

    @Test
    void permission_is_pure() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".permission..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "java.io..",
                        "java.net..",
                        "java.time..",
                        ROOT + ".base.sql..",
                        ROOT + ".base.bus..")
                .check(PROGRAM);
    }

    @Test
    void no_package_is_a_drawer() {
        classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .resideOutsideOfPackages(
                        "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..types..")
                .check(PROGRAM);
    }

    private static ArchRule acyclic(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule edgesAreLeaves(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root, root + ".edge..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".edge..");
    }

    private static ArchRule restAlone(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".edge.discord.rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".edge.discord.gateway..", root + ".edge.page..");
    }

    private static ArchRule gatewayAlone(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".edge.discord.gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + ".edge.discord.rest..", root + ".edge.page..");
    }
}
