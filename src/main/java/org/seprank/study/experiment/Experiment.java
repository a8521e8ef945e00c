package org.seprank.study.experiment;

import java.io.IOException;
import java.util.List;
import org.seprank.report.Value;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;
import org.seprank.study.Question;

/** A published claim, or one of ours, that can be checked. */
public interface Experiment {
    /** Its name on the command line. */
    String name();

    /** What it checks, in a line. */
    String claim();

    /** What can be set, with the values that it has otherwise at that scale; the same keys at all scales. */
    default List<Setting> settings(Scale scale) {
        return List.of();
    }

    /**
     * What is run and how it is judged. Reads what the cells have in common.
     *
     * @throws IllegalArgumentException if an option is out of its range or makes no sense here
     */
    Design design(Options options) throws IOException;

    /**
     * How it is run.
     *
     * @param scale how much of it
     * @param seed the first seed
     * @param data a dataset, or empty for the experiment's own
     * @param assignments each {@code key=value}, in place of the usual value of one of {@link #settings}
     * @throws IllegalArgumentException if one is not of that form or its key is unknown
     */
    default Options options(Scale scale, long seed, String data, List<String> assignments) {
        return new Options(scale, seed, data, Settings.of(settings(scale), assignments));
    }

    /**
     * How an experiment is run.
     *
     * @param scale how much of it
     * @param seed the first seed
     * @param data a dataset, or empty for the experiment's own
     * @param own the values of the experiment's {@linkplain Experiment#settings own settings}
     */
    record Options(Scale scale, long seed, String data, Settings own) {
        /** The question with all of these. */
        Question addTo(Question question) {
            Question all = question.with("scale", scale).with("seed", seed).with("dataset", data);
            for (String key : own.names()) {
                String text = own.text(key);
                all = text.isEmpty() ? all : all.with(key.replace('-', '_'), Value.parsed(text));
            }
            return all;
        }

        /**
         * Says that the experiment makes its own data.
         *
         * @throws IllegalArgumentException if a dataset is named
         */
        public void refuseData(String name, String hint) {
            if (!data.isEmpty()) {
                throw new IllegalArgumentException(name + "; leave out --dataset " + data + hint);
            }
        }
    }
}
