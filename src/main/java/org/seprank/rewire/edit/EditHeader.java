package org.seprank.rewire.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.seprank.graph.Graph;

/**
 * What a list of edits in a file was made for and by, so that it is not taken for the edits of another graph and can be
 * made again. Values are single words or lines; what a file does not say is empty.
 *
 * @param graph the name of the graph
 * @param graphHash its {@linkplain Graph#contentHash content hash}
 * @param settings what was asked for, by name and in order: {@code method}, {@code depth}, rules such as {@code ties}
 *     and {@code chunk}, {@code seed}; empty if the edits were not decided on by a method of this program
 * @param parameters of the method
 * @param version of the program
 */
public record EditHeader(
        String graph, String graphHash, Map<String, String> settings, Map<String, String> parameters, String version) {
    private static final EditHeader NONE = new EditHeader("", "", Map.of(), Map.of(), "");
    private static final int SHORT = 12;

    /** Keeps the settings in their order, and the parameters in that of their names. */
    public EditHeader {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** Of a file that says nothing. */
    public static EditHeader none() {
        return NONE;
    }

    /** Of edits of that graph. */
    public static EditHeader of(String name, Graph graph) {
        return new EditHeader(name, graph.contentHash(), Map.of(), Map.of(), "");
    }

    /** The same, decided on with these settings and parameters. */
    public EditHeader decidedBy(Map<String, String> newSettings, Map<String, String> newParameters) {
        return new EditHeader(graph, graphHash, newSettings, newParameters, version);
    }

    /** The same, written by that version of the program. */
    public EditHeader withVersion(String newVersion) {
        return new EditHeader(graph, graphHash, settings, parameters, newVersion);
    }

    /**
     * In what another header's settings and parameters differ, in words such as "depth 3 and not 4"; empty where this
     * one says nothing of settings or both agree.
     */
    public List<String> differencesFrom(EditHeader other) {
        List<String> differences = new ArrayList<>();
        if (!settings.isEmpty()) {
            addDifferences(settings, other.settings, differences);
            addDifferences(parameters, other.parameters, differences);
        }
        return differences;
    }

    private static void addDifferences(Map<String, String> ours, Map<String, String> theirs, List<String> to) {
        Set<String> names = new LinkedHashSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        for (String name : names) {
            String here = ours.getOrDefault(name, "none");
            String there = theirs.getOrDefault(name, "none");
            if (!here.equals(there)) {
                to.add(name + " " + here + " and not " + there);
            }
        }
    }

    /** The edges removed per ranking, 1 where nothing is said. */
    int chunk() {
        String chunk = settings.getOrDefault("chunk", "1");
        return chunk.matches("[1-9]\\d{0,8}") ? Integer.parseInt(chunk) : 1;
    }

    /** The beginning of a hash, enough to tell two apart. */
    static String shortened(String hash) {
        return hash.length() <= SHORT ? hash : hash.substring(0, SHORT) + "..";
    }
}
