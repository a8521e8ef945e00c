package org.seprank.cli;

import java.util.Arrays;
import java.util.List;
import org.seprank.study.entangle.TableReading;
import org.seprank.study.entangle.TableSource;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a table of samples is named and read. */
final class TableOptions {
    @Parameters(
            paramLabel = "DATA",
            description = {
                "A table: CSV with a line of column names, or npz with an array X: [M, N] or [M, H, W]; or a dataset, of one",
                "graph or of many on the same number of vertices, or synthetic:NAME,key=value,.."
            })
    private String location = "";

    @Option(
            names = "--label",
            paramLabel = "NAME",
            defaultValue = "",
            description = {
                "The column or array of labels, or 'none' (default: label, y, labels, class or target, if there is one;",
                "the labels of a dataset)."
            })
    private String label = "";

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            defaultValue = "",
            description =
                    "The class whose samples count 1, the others -1 (default: the last of two, else the most frequent).")
    private String positive = "";

    @Option(
            names = "--leave-out",
            paramLabel = "NAMES",
            split = ",",
            description = "Columns of a table that are not taken, separated by commas.")
    private List<String> leftOut = List.of();

    @Option(
            names = "--sites",
            paramLabel = "WHAT",
            defaultValue = "features",
            description = {
                "Of a dataset of one graph: features, with vertices as samples, or vertices, with features, such as moments",
                "in time, as samples (default: ${DEFAULT-VALUE}). Of many graphs the vertices are the sites."
            })
    private TableReading.Sites sites = TableReading.Sites.FEATURES;

    @Option(
            names = "--graph-file",
            paramLabel = "GRAPH",
            defaultValue = "",
            description = "A graph whose vertices, by their ids, are the columns of the table.")
    private String graph = "";

    @Option(
            names = "--scale",
            paramLabel = "HOW",
            defaultValue = "standard",
            description =
                    "standard: every column to mean 0 and deviation 1; none: as it is (default: ${DEFAULT-VALUE}).")
    private Scaling scaling = Scaling.STANDARD;

    /** What is done to columns. */
    enum Scaling {
        STANDARD,
        NONE
    }

    @Option(
            names = "--axes",
            paramLabel = "N|HxW",
            defaultValue = "",
            description = "Lengths of the axes on which the sites are (default: those of the array, else one axis).")
    private String axes = "";

    TableSource source(long seed) {
        TableReading reading = new TableReading(label, positive, leftOut, sites, scaling == Scaling.STANDARD);
        return new TableSource(location, reading, graph, lengths(), seed);
    }

    private List<Integer> lengths() {
        if (axes.isEmpty()) {
            return List.of();
        }
        if (!axes.matches("[1-9]\\d{0,8}(x[1-9]\\d{0,8}){0,2}")) {
            throw new IllegalArgumentException("axes '" + axes + "' are not of the form N, HxW or DxHxW");
        }
        return Arrays.stream(axes.split("x", -1)).map(Integer::valueOf).toList();
    }
}
