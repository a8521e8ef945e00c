package org.seprank.dataset.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.seprank.dataset.Coding;
import org.seprank.dataset.Dataset;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.file.MirroredEdges;
import org.seprank.dataset.file.Source;
import org.seprank.file.TextLines;
import org.seprank.graph.Graph;

/**
 * The text form of DGCNN and GIN (Zhang et al. 2018; Xu et al., arXiv 1810.00826): the number of graphs, then for each
 * graph {@code n label} and for each of its vertices {@code tag degree neighbours.. [attributes..]}. Tags become
 * one-hot features, attributes follow them; labels are ranked.
 */
final class DgcnnReader implements DatasetReader {
    private static final int HEAD = 4096;

    @Override
    public boolean recognises(Source source) throws IOException {
        String[] lines = new String(source.head(HEAD), StandardCharsets.US_ASCII).split("\r?\n", 4);
        return lines.length >= 2
                && lines[0].strip().matches("\\d{1,9}")
                && lines[1].strip().matches("\\d{1,9}\\s+-?\\d{1,9}");
    }

    /** What is read so far. */
    private static final class Reading {
        private final Source source;
        private final TextLines lines;
        private final OneHot features = new OneHot();
        private final List<Graph> graphs = new ArrayList<>();
        private int attributes = -1;

        Reading(Source source, TextLines lines) {
            this.source = source;
            this.lines = lines;
        }

        long graph() throws IOException {
            List<String> head = TextLines.words(lines.require("a graph"), true);
            if (head.size() != 2) {
                throw lines.error("expected a number of vertices and a label", "check the graph before");
            }
            int n = (int) lines.integer(head.get(0), 0, Integer.MAX_VALUE - 8);
            MirroredEdges edges = source.edges(n);
            for (int v = 0; v < n; v++) {
                vertex(edges, v, n);
            }
            graphs.add(edges.build());
            return lines.integer(head.get(1), Integer.MIN_VALUE, Integer.MAX_VALUE);
        }

        private void vertex(MirroredEdges edges, int v, int n) throws IOException {
            List<String> fields = TextLines.words(lines.require("a vertex"), true);
            int degree = fields.size() < 2 ? -1 : (int) lines.integer(fields.get(1), 0, Integer.MAX_VALUE - 8);
            int rest = fields.size() - 2 - degree;
            if (degree < 0 || rest < 0 || (attributes >= 0 && rest != attributes)) {
                throw lines.error(
                        "expected a tag, a degree, as many neighbours and " + Math.max(0, attributes)
                                + " attributes, found " + fields.size() + " fields",
                        "check the vertex");
            }
            attributes = rest;
            for (int k = 2; k < 2 + degree; k++) {
                edges.add(v, lines.integer(fields.get(k), 0, n - 1L));
            }
            float[] values = new float[rest];
            for (int j = 0; j < rest; j++) {
                values[j] = lines.real(fields.get(2 + degree + j));
            }
            long tag = lines.integer(fields.get(0), Integer.MIN_VALUE, Integer.MAX_VALUE);
            features.add(new long[] {tag}, values);
        }
    }

    @Override
    public Dataset read(Source source) throws IOException {
        try (TextLines lines = source.lines(source.path())) {
            long count = lines.integer(lines.require("the number of graphs"), 0, Integer.MAX_VALUE - 8);
            Reading reading = new Reading(source, lines);
            List<Long> labels = new ArrayList<>();
            for (long g = 0; g < count; g++) {
                labels.add(reading.graph());
            }
            if (lines.nextFull() != null) {
                throw lines.error("more lines than " + count + " graphs need", "correct the number in line 1");
            }
            long[] numbers = labels.stream().mapToLong(Long::longValue).toArray();
            String name = source.name().replaceFirst("\\.txt(\\.gz)?$", "");
            List<Long> classes = labels.stream().sorted().distinct().toList();
            return GraphDataset.of(name, reading.graphs, reading.features.build(), Labels.ranked(numbers))
                    .withCoding(new Coding(classes, reading.features.distinct(), List.of()));
        }
    }
}
