package org.seprank.study.mapped;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seprank.file.AtomicFile;
import org.seprank.mapped.MappedGraph;
import org.seprank.mapped.MappedTriangles;
import org.seprank.mapped.MappedWalks;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.study.input.FileHash;
import org.seprank.walk.WalkIndex;

/**
 * Walk counts, walk indices of partitions, degrees and triangles of a mapped graph, exact.
 *
 * @param file of compressed sparse rows
 * @param depth L, in 1..64
 * @param target the number of the vertex of vertex prediction; less than 0 is graph prediction
 * @param table of vertices; null: no partitions
 * @param columns of it; each value stands for the partition of the vertices that have it
 * @param triangles whether they are counted
 * @param perVertex where a row for each vertex is written; null: nowhere
 */
public record MappedAnalyzeStudy(
        Path file,
        int depth,
        long target,
        @Nullable Path table,
        List<String> columns,
        boolean triangles,
        @Nullable Path perVertex)
        implements Study {
    private static final long ENTIRE = -1;

    /** Checks the depth. */
    public MappedAnalyzeStudy {
        columns = List.copyOf(columns);
        if (depth < 1 || depth > WalkIndex.MAX_DEPTH) {
            throw new IllegalArgumentException("depth " + depth + " is not in 1.." + WalkIndex.MAX_DEPTH);
        }
        if (columns.isEmpty() != (table == null)) {
            throw new IllegalArgumentException("--vertices and --column go together: a table, and columns of it");
        }
    }

    @Override
    public Question question() {
        Question question = Question.of("mapped-analyze")
                .with("graph", file.toString())
                .with("depth", depth)
                .with("target", target < 0 ? "graph" : Long.toString(target))
                .with("vertices", table == null ? "" : table.toString())
                .with("columns", columns);
        return question.with("triangles", triangles).with("per_vertex", perVertex == null ? "" : perVertex.toString());
    }

    @Override
    public Outcome run(Context context) throws IOException {
        if (perVertex != null) {
            AtomicFile.checkFile(perVertex);
        }
        MappedGraph graph = MappedGraph.open(file);
        graph.verify();
        List<Block.Input> inputs = new ArrayList<>(List.of(FileHash.input("graph", file)));
        if (table != null) {
            inputs.add(FileHash.input("vertices", table));
        }
        long[] counts = triangles ? MappedTriangles.count(graph, context.progress()) : new long[0];
        Facts facts = MappedFacts.of(graph);
        if (triangles) {
            facts = facts.add("triangles", Arrays.stream(counts).sum() / 3);
        }
        Document document = Document.of("mapped-analyze")
                .add(facts)
                .add(indices(graph, context))
                .build();
        if (perVertex != null) {
            write(perVertex, graph, counts, context);
        }
        return new Outcome(context.provenance(question(), inputs), document, Verdict.ANSWERED);
    }

    private Table indices(MappedGraph graph, Context context) throws IOException {
        Map<String, BitSet> starts = new LinkedHashMap<>();
        BitSet all = new BitSet();
        all.set(0, graph.vertexCount());
        starts.put("all vertices", all);
        if (table != null) {
            for (String column : columns) {
                VertexTable.classes(table, column, graph)
                        .forEach((value, side) -> starts.put(column + "=" + value, MappedWalks.boundary(graph, side)));
            }
        }
        BigInteger[][] walks =
                MappedWalks.count(graph, ends(graph, all), List.copyOf(starts.values()), depth - 1, context.progress());
        List<List<Value>> rows = new ArrayList<>();
        int i = 0;
        for (Map.Entry<String, BitSet> start : starts.entrySet()) {
            for (int l = 0; l < depth; l++) {
                rows.add(List.of(
                        Value.of(start.getKey()),
                        Value.of(start.getValue().cardinality()),
                        Value.of(l + 1),
                        Value.of(walks[i][l])));
            }
            i++;
        }
        return new Table("walk_indices", "Walk indices", List.of("partition", "boundary", "depth", "walk_index"), rows);
    }

    private BitSet ends(MappedGraph graph, BitSet all) {
        if (target <= ENTIRE) {
            return all;
        }
        BitSet end = new BitSet();
        end.set(graph.vertex(target)
                .orElseThrow(() -> new IllegalArgumentException("target " + target + " is no vertex of " + file)));
        return end;
    }

    /** Degrees, triangles and the walk indices of single vertices. */
    private void write(Path path, MappedGraph graph, long[] counts, Context context) throws IOException {
        long[] indices = MappedWalks.ofSingletons(graph, depth, context.progress());
        AtomicFile.write(path, bytes -> {
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
            out.write("vertex,degree," + (triangles ? "triangles,walk_index_at_itself_l3," : "")
                    + "walk_index_at_itself_l2,walk_index_l" + depth + "\n");
            for (int v = 0; v < graph.vertexCount(); v++) {
                long degree = graph.degree(v);
                out.write(graph.id(v) + "," + degree + ",");
                if (triangles) {
                    out.write(counts[v] + "," + (degree == 0 ? 0 : 1 + 3 * degree + 2 * counts[v]) + ",");
                }
                out.write((degree == 0 ? 0 : 1 + degree) + "," + indices[v] + "\n");
            }
            out.flush();
        });
    }
}
