package org.seprank.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.Methods;

/** The tables of methods on the page are what the program says; {@code src/scripts/pages.sh tables} makes them. */
class MethodPageTest {
    private static final String BEGIN = "<!-- methods: begin -->\n";
    private static final String END = "<!-- methods: end -->\n";

    @Test
    void thePageHasTheTablesOfTheProgram() throws Exception {
        String said = CommandLineRun.of("methods", "--format", "markdown").out();
        String tables = said.substring(said.indexOf("## Methods"), said.indexOf("## Parameters"))
                .replaceAll("(?m)^## ", "### ");
        String page = Files.readString(Path.of("src", "site", "markdown", "methods.md"));
        String shown = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
        assertThat(shown).isEqualTo(tables);
    }

    @Test
    void theTablesHaveARowForEveryMethod() throws Exception {
        String page = Files.readString(Path.of("src", "site", "markdown", "methods.md"));
        for (Method method : Methods.all()) {
            assertThat(page.split("\n\\| " + method.id() + " \\|", -1))
                    .as(method.id())
                    .hasSize(3);
        }
    }
}
