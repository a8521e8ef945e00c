package org.seprank.dataset;

import java.util.List;
import org.seprank.graph.Dropped;
import org.seprank.graph.Graph;

/**
 * The facts of a dataset for a report.
 *
 * @param name what it is called
 * @param structure its graph or graphs
 * @param features its features
 * @param edgeFeatures the number of features of an edge
 * @param classes its labels
 * @param homophily how alike labels of neighbours are; NaN for datasets of many graphs
 * @param provenance where it comes from
 */
public record DatasetInfo(
        String name,
        Structure structure,
        FeatureFacts features,
        int edgeFeatures,
        ClassFacts classes,
        Homophily homophily,
        Provenance provenance) {

    /**
     * Numbers over all graphs.
     *
     * @param graphs how many
     * @param vertices how many
     * @param edges how many
     * @param maxDegree the largest degree
     * @param isolated vertices without any neighbour
     * @param dropped self-loops and duplicates that the input had
     */
    public record Structure(int graphs, int vertices, int edges, int maxDegree, int isolated, Dropped dropped) {}

    /**
     * The matrix of features.
     *
     * @param columns d
     * @param nonZeros entries that are not zero
     * @param density nonZeros / (n d)
     * @param sparse whether they are held in compressed rows
     */
    public record FeatureFacts(int columns, long nonZeros, double density, boolean sparse) {}

    /**
     * The labels.
     *
     * @param count number of classes
     * @param histogram items per class
     * @param missing items without a label
     */
    public record ClassFacts(int count, List<Integer> histogram, int missing) {}

    /** The facts of a dataset. Time O(n + m + entries). */
    public static DatasetInfo of(Dataset dataset) {
        if (dataset instanceof NodeDataset nodes) {
            Homophily homophily = Homophily.of(nodes.graph(), nodes.labels());
            return of(
                    dataset,
                    List.of(nodes.graph()),
                    nodes.features(),
                    homophily,
                    nodes.graphs().count());
        }
        GraphDataset graphs = (GraphDataset) dataset;
        Homophily none = Homophily.unknown();
        return of(dataset, graphs.graphs(), graphs.features(), none, graphs.size());
    }

    private static DatasetInfo of(
            Dataset dataset, List<Graph> graphs, Features features, Homophily homophily, int count) {
        Labels labels = dataset.labels();
        return new DatasetInfo(
                dataset.name(),
                structure(graphs, count),
                new FeatureFacts(
                        features.columns(),
                        features.nonZeros(),
                        features.density(),
                        features instanceof SparseFeatures),
                dataset instanceof GraphDataset many
                        ? many.edgeFeatures().columns()
                        : ((NodeDataset) dataset).edgeFeatures().columns(),
                new ClassFacts(labels.classCount(), labels.histogram(), labels.missingCount()),
                homophily,
                dataset.provenance());
    }

    private static Structure structure(List<Graph> graphs, int count) {
        int vertices = 0;
        int edges = 0;
        int maxDegree = 0;
        int isolated = 0;
        long loops = 0;
        long duplicates = 0;
        for (Graph graph : graphs) {
            vertices += graph.vertexCount();
            edges += graph.edgeCount();
            maxDegree = Math.max(maxDegree, graph.out().maxDegree());
            for (int v = 0; v < graph.vertexCount(); v++) {
                isolated += graph.out().degree(v) == 0 && graph.in().degree(v) == 0 ? 1 : 0;
            }
            loops += graph.dropped().selfLoops();
            duplicates += graph.dropped().duplicates();
        }
        return new Structure(count, vertices, edges, maxDegree, isolated, new Dropped(loops, duplicates));
    }
}
