package org.seprank.study.entangle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.seprank.graph.partition.Partition;
import org.seprank.report.Block;
import org.seprank.study.input.ChosenPartitions;
import org.seprank.study.input.GraphInput;
import org.seprank.study.input.GraphRead;
import org.seprank.study.input.GraphSet;
import org.seprank.study.input.NetworkShape;
import org.seprank.work.Progress;

/**
 * Partitions that edits are for, where {@value #NAME} stands for those across which data asks most of the walks, the
 * {@link DemandedCuts}. {@value #NAME}{@code :LOCATION} names the data, a table whose columns are the vertices or a
 * dataset; without, it is that of the dataset that the graph is from, whose features are samples of numbers at the
 * vertices, or whose graphs are samples.
 */
public final class DataProtection {
    /** What stands for partitions that are found by data. */
    public static final String NAME = "data-entanglement";

    private static final String LOCATED = NAME + ":";

    private final Map<String, TableInput> data = new LinkedHashMap<>(); // by what names it

    private DataProtection() {}

    /**
     * The partitions that were found.
     *
     * @param partitions in the order of their names
     * @param blocks how those that data asks for came to be chosen; none where it was not asked
     */
    public record Found(List<Partition> partitions, List<Block> blocks) {
        /** Copies the lists. */
        public Found {
            partitions = List.copyOf(partitions);
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * Reads the data that names ask for, each once; nothing where none does.
     *
     * @param names as on the command line
     * @param read the graph, or the graphs, that is edited
     * @param seed of generated data
     * @param warnings gets what is left out
     * @throws IllegalArgumentException if there is no data at its vertices
     */
    public static DataProtection of(List<String> names, GraphRead read, long seed, Consumer<String> warnings)
            throws IOException {
        DataProtection protection = new DataProtection();
        for (String name : names) {
            if (isData(name)) {
                protection.data.put(name, table(name, read, seed, warnings).standardized());
            }
        }
        return protection;
    }

    private static boolean isData(String name) {
        return name.equals(NAME) || name.startsWith(LOCATED);
    }

    private static TableInput table(String name, GraphRead read, long seed, Consumer<String> warnings)
            throws IOException {
        if (name.startsWith(LOCATED)) {
            return TableSource.ofVertices(name.substring(LOCATED.length()), seed)
                    .read(warnings);
        }
        String location;
        if (read instanceof GraphInput input) {
            location = input.location();
            if (input.dataset().isPresent()) {
                return new DatasetTable(input.dataset().get(), TableReading.ofVertices(), warnings).input(location);
            }
        } else {
            location = ((GraphSet) read).location();
        }
        TableSource source = TableSource.ofVertices(location, seed);
        if (!source.isDataset()) {
            throw new IllegalArgumentException(
                    location + " has no data at its vertices; name a table or dataset of it with " + LOCATED + "FILE");
        }
        return source.read(warnings);
    }

    /** What answers say of what was read beside the graph. */
    public List<Block.Input> inputs() {
        return data.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(LOCATED))
                .flatMap(entry -> entry.getValue().inputs().stream())
                .distinct()
                .toList();
    }

    /**
     * The partitions of a graph.
     *
     * @param names as on the command line; may be none
     * @param seed of what is found or sampled
     * @throws IllegalArgumentException if the data is not of its vertices, or asks nothing of its walks
     */
    public Found find(GraphInput input, List<String> names, NetworkShape network, long seed, Progress progress)
            throws IOException {
        List<Partition> partitions = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        for (String name : names) {
            TableInput table = data.get(name);
            if (table == null) {
                partitions.addAll(
                        ChosenPartitions.of(input, List.of(name), seed).partitions());
            } else {
                DemandedCuts demanded = DemandedCuts.of(input, fitted(input, table), network, seed, progress);
                partitions.addAll(demanded.partitions());
                blocks.addAll(demanded.blocks());
            }
        }
        return new Found(partitions, blocks);
    }

    private static TableInput fitted(GraphInput input, TableInput table) {
        boolean ofVertices = !table.sites().graphs().isEmpty();
        if (!ofVertices) {
            return table.over(input.graph(), input.labels(), List.of());
        }
        int sites = table.table().sites().size();
        if (sites != input.graph().vertexCount()) {
            throw new IllegalArgumentException("the data is of " + sites + " vertices, but the graph has "
                    + input.graph().vertexCount());
        }
        return table;
    }
}
