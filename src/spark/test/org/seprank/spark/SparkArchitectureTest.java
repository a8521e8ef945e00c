package org.seprank.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The dependency rules of seprank on Spark; the table below is the architecture document. */
@AnalyzeClasses(packages = "org.seprank.spark", importOptions = SparkArchitectureTest.WithoutTests.class)
class SparkArchitectureTest {
    /** Tests of this build are not where the library looks for them. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    /** Package to the packages of this module that it may use. */
    private static final Map<String, String[]> MAY_USE = new TreeMap<>(Map.of(
            "session",
            new String[] {},
            "graph",
            new String[] {"session"},
            "study",
            new String[] {"session"},
            "set",
            new String[] {"session"},
            "command",
            new String[] {"session", "graph", "set"}));

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("org.seprank.spark.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingPrints = noClasses().should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule randomnessIsSeeded =
            noClasses().should().callConstructor(Random.class).orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule nothingExits = noClasses().should().callMethod(System.class, "exit", int.class);

    @ArchTest
    static void dependenciesPointDown(JavaClasses classes) {
        LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : MAY_USE.keySet()) {
            architecture = architecture.layer(name).definedBy("org.seprank.spark." + name + "..");
        }
        for (Map.Entry<String, String[]> rule : MAY_USE.entrySet()) {
            var layer = architecture.whereLayer(rule.getKey());
            architecture = rule.getValue().length == 0
                    ? layer.mayNotAccessAnyLayer()
                    : layer.mayOnlyAccessLayers(rule.getValue());
        }
        architecture.check(classes);
    }

    @ArchTest
    static void noTwoTypesHaveOneName(JavaClasses classes) {
        Map<String, Set<String>> byName = new TreeMap<>();
        classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(one -> !one.getSimpleName().equals("package-info"))
                .forEach(one -> byName.computeIfAbsent(one.getSimpleName(), name -> new TreeSet<>())
                        .add(one.getPackageName()));
        byName.values().removeIf(packages -> packages.size() < 2);
        assertThat(byName).isEmpty();
    }
}
