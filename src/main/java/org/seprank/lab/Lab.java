package org.seprank.lab;

import java.util.List;
import java.util.Map;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/** An optimization problem, the way it is trained, and the claim that its training shows. */
public abstract class Lab {
    private final String name;
    private final String claim;
    private final String source;
    private final List<Setting> settings;

    /**
     * A lab.
     *
     * @param name its name on the command line
     * @param claim what it shows, in a line
     * @param source the papers, with arXiv ids
     * @param settings what can be set, with its default
     */
    protected Lab(String name, String claim, String source, List<Setting> settings) {
        this.name = name;
        this.claim = claim;
        this.source = source;
        this.settings = List.copyOf(settings);
    }

    /** Its name on the command line. */
    public final String name() {
        return name;
    }

    /** What it shows, in a line. */
    public final String claim() {
        return claim;
    }

    /** What it shows with some settings, in a line: {@link #claim()}, but where a setting changes the question. */
    public String claim(Settings settings) {
        return claim;
    }

    /** The papers, with arXiv ids. */
    public final String source() {
        return source;
    }

    /** What can be set, with its default. */
    public final List<Setting> settings() {
        return settings;
    }

    /**
     * Runs it once. Equal settings and seeds give equal results.
     *
     * @return what was measured; not complete if {@code progress} cancelled, and then to be thrown away
     * @throws IllegalArgumentException if a setting is out of its range
     */
    public abstract LabResult run(Settings settings, long seed, Progress progress);

    /**
     * Whether the claim holds for the settings it is made for.
     *
     * @param settings those of the runs
     * @param measured the figures of a run, or their medians over several
     */
    public abstract List<Finding> judge(Settings settings, Figures measured);

    /** Other standard values, by name, where a setting changes the question; none but there. */
    protected Map<String, String> standards(Settings given) {
        return Map.of();
    }

    /** The defaults with some settings changed. */
    public final Settings with(String... assignments) {
        return with(List.of(assignments));
    }

    /**
     * The defaults with some settings changed.
     *
     * @param assignments each {@code name=value}
     * @throws IllegalArgumentException if one is not of that form, its name is unknown or given twice, or its value is
     *     not allowed
     */
    public final Settings with(List<String> assignments) {
        Map<String, String> others = standards(Settings.of(settings, assignments));
        List<Setting> known = settings.stream()
                .map(setting -> setting.orElse(others.getOrDefault(setting.name(), setting.standard())))
                .toList();
        return Settings.of(known, assignments);
    }
}
