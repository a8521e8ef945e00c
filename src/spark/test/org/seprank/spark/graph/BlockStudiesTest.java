package org.seprank.spark.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seprank.graph.Graph;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.report.Document;
import org.seprank.report.JsonRenderer;
import org.seprank.rewire.Budget;
import org.seprank.rewire.walk.WalkIndexSparsifier;
import org.seprank.spark.session.Place;
import org.seprank.study.Context;
import org.seprank.walk.Target;
import org.seprank.walk.WalkIndex;
import org.seprank.work.Progress;

class BlockStudiesTest {
    private static final Graph KARATE = GraphFamily.parse("karate", 0);

    @TempDir
    Path folder;

    private BlockPlan plan(Path input) {
        return new BlockPlan(
                Place.of("local[2]"), input.toString(), 3, folder.resolve("c").toString());
    }

    /** The karate club with words as ids, of which v00 .. v33 sort as the numbers do, and what is to be left out. */
    private Path karate() throws IOException {
        List<String> lines = new ArrayList<>(List.of("note,src,dst"));
        for (int e = 0; e < KARATE.edgeCount(); e++) {
            lines.add(String.format(Locale.ROOT, "n%d,v%02d,v%02d", e, KARATE.target(e), KARATE.source(e)));
        }
        lines.addAll(List.of("loop,v05,v05", "again,v00,v01", "open,v00,"));
        return Files.write(folder.resolve("karate.csv"), lines);
    }

    private static String json(Document document) {
        return JsonRenderer.render(document).replaceAll("\\s", "");
    }

    @Test
    void walkIndicesOfColumnsAndTrianglesAreThoseOfOneMachine() throws IOException {
        List<String> rows = new ArrayList<>(List.of("id,half,last"));
        IntStream.range(0, 34)
                .forEach(v -> rows.add(
                        String.format(Locale.ROOT, "v%02d,%s,%s", v, v < 17 ? "a" : "b", v == 33 ? "yes" : "")));
        Path vertices = Files.write(folder.resolve("vertices.csv"), rows);
        String answer =
                json(new BlockAnalysis(plan(karate()), 4, "v02", vertices.toString(), List.of("half", "last"), true)
                        .run(Context.of(Progress.none()))
                        .document());
        VertexSet half = VertexSet.of(34, IntStream.range(0, 17).toArray());
        assertThat(answer)
                .contains("\"vertices\":34,\"edges\":78,\"dropped_without_end\":1,\"dropped_self_loops\":1,"
                        + "\"dropped_repeated_edges\":1")
                .contains("\"triangles\":45")
                .contains("this graph fits one machine".replace(" ", ""))
                .contains("\"partition\":\"half=a\",\"boundary\":"
                        + half.boundary(KARATE).size() + ",\"depth\":4,\"walk_index\":"
                        + WalkIndex.of(KARATE, half, Target.vertex(2), 4))
                .contains("\"partition\":\"last=yes\"");
    }

    @Test
    void theTableHasTheOrderAndItsOtherColumns() throws IOException {
        Path out = folder.resolve("out.csv");
        new BlockRemoval(plan(karate()), out.toString(), "wis", Budget.remove(30), Budget.remove(1), 0)
                .run(Context.of(Progress.none()));
        List<String> lines = new ArrayList<>();
        try (Stream<Path> parts = Files.list(out)) {
            for (Path part :
                    parts.filter(file -> file.toString().endsWith(".csv")).toList()) {
                lines.addAll(Files.readAllLines(part));
            }
        }
        List<String> expected = new ArrayList<>();
        WalkIndexSparsifier.of(2)
                .sparsify(KARATE, Budget.remove(30))
                .forEach(edit -> expected.add("n" + KARATE.edgeBetween(edit.u(), edit.v())));
        List<String> ordered = lines.stream()
                .filter(line -> line.matches("n\\d+,v\\d+,v\\d+,\\d+,.*"))
                .sorted(Comparator.comparingInt(line -> Integer.parseInt(line.split(",", -1)[3])))
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(ordered).isEqualTo(expected);
        assertThat(lines.stream().filter(line -> line.startsWith("n")).distinct())
                .hasSize(79); // and headers
        assertThat(lines.stream().filter(line -> line.startsWith("again"))).hasSize(1);
    }

    @Test
    void textOfNumbersIsReadAsNumbersAndMistakesAreNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("e.txt"), "# few\n2 10\n10 9\n");
        assertThat(json(new BlockAnalysis(plan(text), 1, "9", "", List.of(), false)
                        .run(Context.of(Progress.none()))
                        .document()))
                .contains("\"vertices\":3,\"edges\":2");
        assertThatThrownBy(() ->
                        new BlockAnalysis(plan(text), 1, "7", "", List.of(), false).run(Context.of(Progress.none())))
                .hasMessageContaining("target 7 is no vertex");
        assertThatThrownBy(() -> new BlockRemoval(plan(text), "o", "none", Budget.all(), Budget.all(), 0))
                .hasMessageContaining("no score 'none'");
        assertThatThrownBy(() -> new BlockAnalysis(plan(text), 65, "", "", List.of(), false))
                .hasMessage("depth 65 is not in 1..64");
    }
}
