package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryCommandTest {
    private static void answer(Path folder, String claim, String held) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("report.md"),
                "# seprank\n\nClaim: " + claim + ".\n\n| statement | held |\n| :-- | :-- |\n| one | yes |\n| two | "
                        + held + " |\n\n| a | yes |\n");
        Files.writeString(folder.resolve("b.svg"), "<svg/>");
        Files.writeString(folder.resolve("a.svg"), "<svg/>");
        Files.writeString(folder.resolve("outcome.json"), "{}");
    }

    @Test
    void everyAnswerBelowIsShownWithItsFirstFigureAndLinked(@TempDir Path folder) throws Exception {
        answer(folder.resolve("ranks"), "x \\> 1 <b>", "yes");
        answer(folder.resolve("labs/one #1"), "y", "no");
        Path page = folder.resolve("index.html");
        CommandLineRun run = CommandLineRun.of("report", "gallery", folder.toString(), "-o", page.toString());
        assertThat(run.code()).as(run.err()).isZero();
        String html = Files.readString(page);
        assertThat(html)
                .contains("<h2>labs/one #1</h2>", "1 of 2 statements hold.", "href=\"labs/one %231/report.md\"")
                .contains("src=\"ranks/a.svg\"", "x &gt; 1 &lt;b&gt;.", "The claim holds.", "ranks/outcome.json")
                .contains("2 answers with")
                .doesNotContain(folder.toString());
    }

    @Test
    void linksAreRelativeToThePage(@TempDir Path folder) throws Exception {
        answer(folder.resolve("results/ranks"), "x", "yes");
        Path page = folder.resolve("gallery.html");
        CommandLineRun.of("report", "gallery", folder.resolve("results").toString(), "-o", page.toString());
        assertThat(Files.readString(page)).contains("src=\"results/ranks/a.svg\"");
    }

    @Test
    void aFolderWithoutAnswersIsRefused(@TempDir Path folder) {
        CommandLineRun run = CommandLineRun.of("report", "gallery", folder.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no answer in " + folder);
    }
}
