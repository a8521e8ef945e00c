package org.seprank.lab;

import java.util.List;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.work.Progress;

/** An optimization problem, the way it is trained, and the claim that its training shows. */
public interface Lab {
    /** Its name on the command line. */
    String name();

    /** What it shows, in a line. */
    String claim();

    /** The papers, with arXiv ids. */
    String source();

    /** What can be set, with its default. */
    List<Setting> settings();

    /**
     * Runs it once. Equal settings and seeds give equal results.
     *
     * @return what was measured; not complete if {@code progress} cancelled, and then to be thrown away
     * @throws IllegalArgumentException if a setting is out of its range
     */
    LabResult run(Settings settings, long seed, Progress progress);

    /**
     * Whether the claim holds for the settings it is made for.
     *
     * @param settings those of the runs
     * @param measured the figures of a run, or their medians over several
     */
    List<Finding> judge(Settings settings, Figures measured);

    /** The defaults with some settings changed. */
    default Settings with(String... assignments) {
        return Settings.of(settings(), List.of(assignments));
    }
}
