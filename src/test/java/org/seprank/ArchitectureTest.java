package org.seprank;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The dependency rules of the code base; the table below is the architecture document. */
@AnalyzeClasses(packages = "org.seprank", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Pattern GRANTS = Pattern.compile("May use \\{@code \\w+}((, | and )\\{@code \\w+})*");

    /** Package to the packages it may use. */
    private static final Map<String, String[]> MAY_USE = new TreeMap<>(Map.ofEntries(
            uses("work"),
            uses("file"),
            uses("setting"),
            uses("linear", "work"),
            uses("report"),
            uses("mapped", "file", "work"),
            uses("graph", "file", "linear", "setting", "work"),
            uses("rank", "linear", "work"),
            uses("walk", "graph", "work"),
            uses("entangle", "graph", "linear", "work"),
            uses("dataset", "graph", "file", "setting", "work"),
            uses("separation", "graph", "walk", "rank", "linear", "work"),
            uses("rewire", "graph", "walk", "separation", "dataset", "file", "linear", "setting", "work"),
            uses("gnn", "graph", "rewire", "dataset", "file", "work"),
            uses(
                    "lab", "rank", "linear", "dataset", "gnn", "report", "file", "setting",
                    "work"), // gnn: ranks inside networks
            uses("measure", "graph", "walk", "rank", "separation", "rewire", "dataset", "work"),
            uses(
                    "study",
                    "graph",
                    "walk",
                    "rank",
                    "dataset",
                    "lab",
                    "separation",
                    "rewire",
                    "gnn",
                    "measure",
                    "entangle",
                    "mapped",
                    "report",
                    "file",
                    "setting",
                    "work"),
            uses("live", "graph", "walk", "separation", "rewire", "rank", "work"),
            uses("explore", "graph", "walk", "separation", "rewire", "rank", "dataset", "study", "live", "report"),
            uses(
                    "cli",
                    "study",
                    "explore",
                    "report",
                    "rewire",
                    "measure",
                    "entangle",
                    "gnn",
                    "dataset",
                    "graph",
                    "file",
                    "work")));

    @ArchTest
    static final ArchRule packagesOfAnyDepthAreFreeOfCycles =
            slices().matching("org.seprank.(**)").should().beFreeOfCycles();

    @ArchTest
    static void everyGrantIsUsed(JavaClasses classes) {
        Map<String, Set<String>> unused = new TreeMap<>();
        MAY_USE.forEach((name, below) -> unused.put(name, new TreeSet<>(List.of(below))));
        for (JavaClass one : classes) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                unused.get(room(one)).remove(room(dependency.getTargetClass().getBaseComponentType()));
            }
        }
        unused.values().removeIf(Set::isEmpty);
        assertThat(unused).isEmpty();
    }

    /** "May use {@code graph} and {@code work}", or "Uses no other package". */
    @Test
    void packageInfosSayWhatTheirPackagesMayUse() throws IOException {
        for (Map.Entry<String, String[]> rule : MAY_USE.entrySet()) {
            String text = Files.readString(Path.of("src/main/java/org/seprank", rule.getKey(), "package-info.java"))
                    .replaceAll("\\s+\\*?\\s*", " ");
            Matcher sentence = GRANTS.matcher(text);
            Set<String> said = new TreeSet<>();
            if (sentence.find()) {
                Matcher names = Pattern.compile("\\{@code (\\w+)}").matcher(sentence.group());
                while (names.find()) {
                    said.add(names.group(1));
                }
            } else {
                assertThat(text).as(rule.getKey()).contains("Uses no other package");
            }
            assertThat(said).as(rule.getKey()).containsExactlyInAnyOrder(rule.getValue());
        }
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

    private static String room(JavaClass one) {
        String[] names = one.getPackageName().split("\\.", -1);
        return names.length > 2 && one.getPackageName().startsWith("org.seprank.") ? names[2] : "";
    }

    @ArchTest
    static final ArchRule dependenciesPointDown = layers();

    @ArchTest
    static final ArchRule onlyTheCommandLineTouchesStandardStreams =
            noClasses().that().resideOutsideOfPackage("org.seprank.cli..").should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule onlyMainExits = noClasses()
            .that()
            .doNotHaveSimpleName("Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule randomnessIsSeeded =
            noClasses().should().callConstructor(Random.class).orShould().callMethod(Math.class, "random");

    /** What runs in browsers too: each of these would make the engine of pages larger by tens of kilobytes, or fail. */
    @ArchTest
    static final ArchRule whatRunsInBrowsersIsPlain = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.seprank.live",
                    "org.seprank.walk",
                    "org.seprank.separation.monomial",
                    "org.seprank.separation.matroid",
                    "org.seprank.rewire.walk",
                    "org.seprank.rewire.removal")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.regex..", "java.io..", "java.nio..", "java.text..", "org.apache.commons..")
            .orShould()
            .callMethod(String.class, "format", Locale.class, String.class, Object[].class)
            .orShould()
            .callMethod(IntStream.class, "parallel")
            .orShould()
            .callMethod(Arrays.class, "parallelSort", long[].class);

    @ArchTest
    static final ArchRule nd4jStaysInItsPackages = noClasses()
            .that()
            .resideOutsideOfPackages("org.seprank.gnn..", "org.seprank.lab..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..");

    private static Map.Entry<String, String[]> uses(String name, String... below) {
        return Map.entry(name, below);
    }

    private static LayeredArchitecture layers() {
        LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : MAY_USE.keySet()) {
            architecture = architecture.optionalLayer(name).definedBy("org.seprank." + name + "..");
        }
        for (Map.Entry<String, String[]> rule : MAY_USE.entrySet()) {
            var layer = architecture.whereLayer(rule.getKey());
            architecture = rule.getValue().length == 0
                    ? layer.mayNotAccessAnyLayer()
                    : layer.mayOnlyAccessLayers(rule.getValue());
        }
        return architecture;
    }
}
