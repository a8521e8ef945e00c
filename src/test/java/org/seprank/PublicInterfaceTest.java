package org.seprank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The interface of the library is what the overview of its Javadoc lists. */
class PublicInterfaceTest {
    private static final Path OVERVIEW = Path.of("src", "main", "javadoc", "overview.html");
    private static final Path SIGNATURES = Path.of("src", "test", "resources", "org", "seprank", "interface.txt");

    @Test
    void everyListedTypeIsThereAndPublic() throws Exception {
        Set<String> listed = listed();
        assertThat(listed).hasSizeBetween(25, 40);
        for (String name : listed) {
            assertThat(Modifier.isPublic(Class.forName(name).getModifiers()))
                    .as(name)
                    .isTrue();
        }
    }

    /** What a change takes away or adds is to be seen, and noted in the change log. */
    @Test
    void signaturesAreThoseThatAreCommitted() throws Exception {
        List<String> lines = new ArrayList<>();
        for (String name : listed()) {
            lines.addAll(signatures(Class.forName(name)));
        }
        if (Boolean.getBoolean("interface.write")) {
            Files.write(SIGNATURES, lines);
        }
        assertThat(lines)
                .as("note the change in CHANGELOG.md, then run this test with -Dinterface.write=true")
                .isEqualTo(Files.readAllLines(SIGNATURES));
    }

    private static List<String> signatures(Class<?> type) {
        List<String> members = Stream.<AccessibleObject[]>of(
                        type.getConstructors(), type.getMethods(), type.getFields())
                .flatMap(Arrays::stream)
                .filter(member -> ((Member) member).getDeclaringClass() == type && !((Member) member).isSynthetic())
                .map(PublicInterfaceTest::text)
                .sorted()
                .toList();
        return Stream.concat(Stream.of(type.toGenericString()), members.stream())
                .toList();
    }

    private static String text(AccessibleObject member) {
        return "  " + (member instanceof Executable call ? call.toGenericString() : ((Field) member).toGenericString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/java/org/seprank/LibraryExampleTest.java",
                "src/it/consumer/src/main/java/org/example/Consumer.java"
            })
    void examplesUseListedTypesOnly(String example) throws IOException {
        assertThat(listed()).containsAll(matches(Path.of(example), "^import (org\\.seprank\\.[\\w.]+);"));
    }

    private static Set<String> listed() throws IOException {
        return matches(OVERVIEW, "\\{@link (org\\.seprank\\.[\\w.]+)}");
    }

    private static Set<String> matches(Path file, String pattern) throws IOException {
        Set<String> found = Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).as(file + " with " + pattern).isNotEmpty();
        return found;
    }
}
