package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.file.Npz;
import org.seprank.file.ReadLimits;

/** The lines of Python in the page of formats read what the commands there write. */
class PythonExampleTest {
    @TempDir
    Path folder;

    private int python(String code) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("example.py"), code);
        Process process;
        try {
            process = new ProcessBuilder("python3", script.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile())
                    .start();
        } catch (IOException noPython) {
            return -1;
        }
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    private static List<String> examples() throws IOException {
        return Pattern.compile("```python\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src", "site", "markdown", "formats.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void theExamplesHaveFiveLinesEach() throws IOException {
        assertThat(examples()).hasSize(2).allMatch(code -> code.lines().count() == 5);
    }

    @Test
    void theExamplesReadWhatIsWritten() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                python("import numpy, torch, torch_geometric") == 0,
                "no Python with numpy, torch and torch_geometric: the examples of the page of formats are not run");
        run("rewired.npz");
        String check = "assert data.num_nodes == 500, data\nassert data.is_undirected()\n";
        assertThat(python(examples().get(0) + check + examples().get(1) + check))
                .as(Files.readString(folder.resolve("said.txt")))
                .isZero();
    }

    /** What the first example takes is there, also where there is no Python. */
    @Test
    void theFilesHaveWhatTheExamplesName() throws IOException {
        run("rewired.npz");
        assertThat(Files.readString(folder.resolve("edits.json"))).contains("\"removed_edges\":[[");
        try (Npz npz = Npz.open(folder.resolve("rewired.npz"), ReadLimits.defaults())) {
            assertThat(npz.names()).contains("edges", "node_features", "node_labels", "train_masks");
        }
    }

    private void run(String name) {
        CommandLineRun run = CommandLineRun.of(
                "rewire",
                "graphs/csbm",
                "--method",
                "wis",
                "--depth",
                "3",
                "--remove",
                "20%",
                "--graph-out",
                folder.resolve(name).toString(),
                "--edits",
                folder.resolve("edits.json").toString());
        assertThat(run.code()).as(run.err()).isZero();
    }
}
