package org.seprank.cli;

import java.util.List;
import java.util.Set;
import org.seprank.measure.Group;
import picocli.CommandLine.Option;

/** What is compared of a graph before and after edits. */
final class ComparisonOptions {
    @Option(
            names = "--partition",
            paramLabel = "I",
            description = "Compare walk index and bounds of this partition before and after; repeatable.")
    private List<String> partitions = List.of();

    @Option(
            names = "--measures",
            paramLabel = "NAMES",
            completionCandidates = GroupNames.class,
            converter = GroupNames.class,
            description = "Also compare measures before and after, separated by commas: ${COMPLETION-CANDIDATES}.")
    private GroupNames.Chosen measures = GroupNames.Chosen.none();

    List<String> partitions() {
        return partitions;
    }

    Set<Group> groups() {
        return measures.groups();
    }
}
