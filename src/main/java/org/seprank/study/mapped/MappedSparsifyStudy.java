package org.seprank.study.mapped;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.seprank.file.AtomicFile;
import org.seprank.mapped.ChunkedRemoval;
import org.seprank.mapped.MappedGraph;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.rewire.Budget;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.FileHash;

/**
 * Removes edges of a mapped graph by 1-WIS in chunks and writes them in order, as an edit list.
 *
 * @param file of compressed sparse rows
 * @param edits the list that is written
 * @param budget how many edges go
 * @param chunk how many go between two rankings
 */
public record MappedSparsifyStudy(Path file, Path edits, Budget budget, Budget chunk) implements Study {
    private static final int MOST = 1 << 30;

    @Override
    public Question question() {
        return Question.of("mapped-sparsify")
                .with("graph", file.toString())
                .with("out", edits.toString())
                .with("budget", budget.text())
                .with("chunk", chunk.text());
    }

    @Override
    public Outcome run(Context context) throws IOException {
        AtomicFile.checkFile(edits);
        MappedGraph graph = MappedGraph.open(file);
        graph.verify();
        if (graph.edgeCount() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    graph.edgeCount() + " edges are more than " + Integer.MAX_VALUE + ", which one machine sparsifies");
        }
        int edges = (int) graph.edgeCount();
        int count = budget.removals(edges);
        int size = Math.max(1, Math.min(MOST, chunk.removals(edges)));
        int[] rounds = {0};
        AtomicFile.write(edits, bytes -> {
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
            out.write("step,action,source,target\n");
            long[] step = {0};
            rounds[0] = ChunkedRemoval.run(
                    graph,
                    count,
                    size,
                    (u, v) -> out.write(++step[0] + ",remove," + graph.id(u) + "," + graph.id(v) + "\n"),
                    context.progress());
            out.flush();
        });
        Document document = Document.of("mapped-sparsify")
                .add(MappedFacts.of(graph))
                .add(Facts.of("removal", "Removal")
                        .add("removed", count)
                        .add("left", edges - count)
                        .add("chunk", size)
                        .add("rankings", rounds[0])
                        .add("file", edits.toString()))
                .build();
        return new Outcome(
                context.provenance(question(), List.of(FileHash.input("graph", file))), document, Verdict.ANSWERED);
    }
}
