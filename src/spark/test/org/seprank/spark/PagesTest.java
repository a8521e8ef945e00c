package org.seprank.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for Spark on the pages of the site run as written. */
class PagesTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./seprank (spark .*|batch .*--engine spark.*)$");

    @TempDir
    Path folder;

    @Test
    void commandsRun() throws Exception {
        List<String> commands = COMMAND.matcher(Files.readString(Path.of("src/site/markdown/spark.md")))
                .results()
                .map(match -> match.group(1).replaceFirst("\\s+#.*", ""))
                .toList();
        assertThat(commands).hasSizeGreaterThan(4);
        for (String command : commands) {
            String[] words = command.split(" +", -1);
            for (int i = 1; i < words.length; i++) {
                if (words[i - 1].equals("--out")) {
                    words[i] = folder.resolve(words[i]).toString();
                }
            }
            CommandRun run = CommandRun.of(words);
            assertThat(run.code()).as(command + "\n" + run.err()).isZero();
        }
    }
}
