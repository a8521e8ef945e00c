package org.seprank.study.entangle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.seprank.dataset.Labels;
import org.seprank.entangle.DataTable;
import org.seprank.entangle.SiteGrid;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexIds;
import org.seprank.report.Block;

/**
 * A table that was read.
 *
 * @param table its samples
 * @param grid the axes of its sites
 * @param labels how labels enter
 * @param sites what the sites are and, if they are the vertices of graphs, which
 * @param inputs what was read
 */
record TableInput(DataTable table, SiteGrid grid, String labels, Sites sites, List<Block.Input> inputs) {
    TableInput {
        inputs = List.copyOf(inputs);
    }

    /**
     * What sites are.
     *
     * @param what such as "features"
     * @param graphs whose vertices they are, each once; none: they are not vertices
     * @param labels of the vertices
     */
    record Sites(String what, List<Graph> graphs, Optional<Labels> labels) {
        Sites {
            graphs = List.copyOf(graphs);
        }

        static Sites features() {
            return new Sites("features", List.of(), Optional.empty());
        }

        static Sites vertices(List<Graph> graphs, Labels labels) {
            return new Sites("vertices", graphs, Optional.of(labels));
        }
    }

    /**
     * The samples whose labels are known, as a table.
     *
     * @param row the numbers of a sample
     * @param warnings gets how many are left out
     */
    static DataTable table(
            List<String> sites,
            int channels,
            IntFunction<double[]> row,
            SampleLabels labels,
            int samples,
            Consumer<String> warnings) {
        int[] known = labels.known();
        if (known.length < samples) {
            warnings.accept((samples - known.length) + " of " + samples + " samples have no label and are left out");
        }
        double[][] rows = Arrays.stream(known).mapToObj(row).toArray(double[][]::new);
        return DataTable.over(
                sites,
                channels,
                rows,
                Arrays.stream(known).mapToDouble(labels::value).toArray());
    }

    /** The same with its numbers scaled. */
    TableInput standardized() {
        return new TableInput(table.standardized(), grid, labels, sites, inputs);
    }

    /** The same with its sites on those axes. */
    TableInput on(SiteGrid other) {
        if (other.sites() != table.sites().size()) {
            throw new IllegalArgumentException("axes of lengths " + other.lengths() + " do not fit "
                    + table.sites().size() + " sites");
        }
        return new TableInput(table, other, labels, sites, inputs);
    }

    /** The same with those vertices as sites, in their order. */
    TableInput over(Graph graph, Labels ofVertices, List<Block.Input> more) {
        List<Integer> order = IntStream.range(0, graph.vertexCount())
                .mapToObj(v -> place(graph.ids().id(v)))
                .toList();
        if (order.size() != table.sites().size()) {
            throw new IllegalArgumentException("the graph has " + order.size() + " vertices, but the table "
                    + table.sites().size() + " columns; leave the others out with --leave-out");
        }
        List<Block.Input> all = new ArrayList<>(inputs);
        all.addAll(more);
        return new TableInput(table.rearranged(order), grid, labels, Sites.vertices(List.of(graph), ofVertices), all);
    }

    /** The graph on whose vertices partitions are stated: the first of those of the sites, or one without edges. */
    Graph graph() {
        if (!sites.graphs().isEmpty()) {
            return sites.graphs().get(0);
        }
        List<String> names = table.sites();
        boolean numbered =
                IntStream.range(0, names.size()).allMatch(i -> names.get(i).equals(Integer.toString(i)));
        VertexIds ids = numbered ? VertexIds.consecutive(names.size()) : VertexIds.of(names);
        return GraphBuilder.over(ids, false).build();
    }

    private int place(String id) {
        int place = table.sites().indexOf(id);
        if (place < 0) {
            throw new IllegalArgumentException("vertex '" + id + "' of the graph is no column of the table");
        }
        return place;
    }
}
