package org.seprank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** NOTICE names the libraries that the zip of the program holds; {@code src/scripts/notice.sh} writes it. */
class NoticeTest {
    private static final Path CLASS_PATH = Path.of("target", "seprank.classpath");

    @Test
    void everyLibraryOfTheProgramIsNamedAndNoOther() throws IOException {
        Assumptions.assumeTrue(Files.exists(CLASS_PATH), "Maven writes the program's class path");
        Set<String> used = new TreeSet<>();
        for (String jar : Files.readString(CLASS_PATH).strip().split(File.pathSeparator, -1)) {
            used.add(Path.of(jar).getParent().getParent().getFileName().toString());
        }
        List<String> lines = Files.readAllLines(Path.of("NOTICE"));
        Set<String> named = new TreeSet<>();
        for (String line : lines.subList(lines.indexOf("Libraries") + 2, lines.size())) {
            named.add(line.split(":", -1)[1]);
        }
        assertThat(named).isEqualTo(used);
    }
}
