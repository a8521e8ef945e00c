package org.seprank.study.mapped;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.seprank.mapped.LargeGraphInput;
import org.seprank.mapped.MappedGraph;
import org.seprank.mapped.MappedGraphBuilder;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.FileHash;

/**
 * Sorts the edges of a file into compressed sparse rows that later studies map into memory.
 *
 * @param input text of integer edges, or a graph of WebGraph
 * @param file where the rows are written
 */
public record MappedBuildStudy(Path input, Path file) implements Study {
    private static final int SHARE = 4; // of the heap, for sorting; merging and what runs beside take no more

    @Override
    public Question question() {
        return Question.of("mapped-build").with("input", input.toString()).with("out", file.toString());
    }

    @Override
    public Outcome run(Context context) throws IOException {
        boolean webGraph = LargeGraphInput.isWebGraph(input);
        List<Block.Input> inputs = new ArrayList<>(List.of(FileHash.input("graph", input)));
        try (MappedGraphBuilder builder =
                MappedGraphBuilder.of(file, Runtime.getRuntime().maxMemory() / SHARE)) {
            LargeGraphInput.read(input, builder);
            MappedGraph graph = builder.build();
            Document document = Document.of("mapped-build")
                    .add(MappedFacts.of(graph))
                    .add(Facts.of("written", "Written")
                            .add("file", file.toString())
                            .add("read_as", webGraph ? "webgraph" : "edge-list")
                            .add("bytes", graph.bytes())
                            .add("dropped_self_loops", graph.droppedLoops())
                            .add("dropped_repeated_edges", graph.droppedRepeats()))
                    .build();
            return new Outcome(context.provenance(question(), inputs), document, Verdict.ANSWERED);
        }
    }
}
