package org.seprank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The interface of the library is what the overview of its Javadoc lists. */
class PublicInterfaceTest {
    private static final Path OVERVIEW = Path.of("src", "main", "javadoc", "overview.html");

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
