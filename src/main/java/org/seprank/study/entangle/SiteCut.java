package org.seprank.study.entangle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.seprank.dataset.Labels;
import org.seprank.entangle.SiteGrid;
import org.seprank.graph.VertexSet;
import org.seprank.graph.partition.Partition;
import org.seprank.study.input.ChosenPartitions;

/**
 * A partition of sites.
 *
 * @param name for reports
 * @param level of a canonical partition; 0: one that is stated
 * @param side one side
 */
record SiteCut(String name, int level, VertexSet side) {
    /** Partitions that are found by the edges of a graph. */
    private static final Set<String> FOUND = Set.of(
            "louvain",
            "leiden",
            "bisection",
            "sign-cut",
            "label-propagation",
            "spanning-tree",
            "girvan-newman",
            "kway");

    /**
     * The partitions that are asked for, or that the graph of the sites suggests; none where there is neither.
     *
     * @param asked as on the command line
     */
    static List<SiteCut> stated(TableInput input, List<String> asked, long seed) throws IOException {
        boolean edgeless = input.sites().graphs().isEmpty();
        if (edgeless && asked.isEmpty()) {
            return List.of();
        }
        for (String name : asked) {
            if (edgeless && FOUND.contains(name.split(":", 2)[0])) {
                throw new IllegalArgumentException("partition " + name + " is found by edges, but the sites are no"
                        + " vertices of a graph; name it with --graph-file, or list sites");
            }
        }
        Labels labels = input.sites()
                .labels()
                .orElse(Labels.missing(input.table().sites().size()));
        List<SiteCut> cuts = new ArrayList<>();
        ChosenPartitions chosen = ChosenPartitions.of(input.graph(), labels, asked, seed);
        for (Partition partition : chosen.partitions()) {
            cuts.add(new SiteCut(partition.name(), 0, partition.vertices()));
        }
        if (chosen.singletons()) {
            int n = input.table().sites().size();
            for (int site = 0; site < n; site++) {
                cuts.add(new SiteCut(input.table().sites().get(site), 0, VertexSet.of(n, site)));
            }
        }
        return cuts;
    }

    /** The canonical partitions of the first levels of a grid, as many levels as it has if those are fewer. */
    static List<SiteCut> canonical(SiteGrid grid, int levels) {
        List<SiteCut> cuts = new ArrayList<>();
        for (int level = 1; level <= Math.min(levels, grid.levels()); level++) {
            List<VertexSet> sides = grid.canonical(level);
            for (int block = 0; block < sides.size(); block++) {
                cuts.add(new SiteCut("level " + level + ", block " + (block + 1), level, sides.get(block)));
            }
        }
        return cuts;
    }
}
