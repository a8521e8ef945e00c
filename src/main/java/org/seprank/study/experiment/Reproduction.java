package org.seprank.study.experiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.seprank.dataset.FeatureScaling;
import org.seprank.report.Block;
import org.seprank.report.Facts;
import org.seprank.report.Value;
import org.seprank.setting.Settings;
import org.seprank.study.Outcome;
import org.seprank.study.input.DatasetSource;
import org.seprank.work.Progress;

/** A published claim, or one of ours, that can be checked. */
public interface Reproduction {
    /** Its name on the command line. */
    String name();

    /** What it checks, in a line. */
    String claim();

    /** What can be set, with the values that it has otherwise at that scale; the same keys at all scales. */
    default List<org.seprank.setting.Setting> settings(Scale scale) {
        return List.of();
    }

    /** Runs it. */
    Outcome run(Setting setting, Progress progress) throws IOException;

    /**
     * The setting with the values of {@link #settings}.
     *
     * @param assignments each {@code key=value}, in place of the usual value
     * @throws IllegalArgumentException if one is not of that form or its key is unknown
     */
    default Setting with(Setting setting, List<String> assignments) {
        return new Setting(
                setting.scale(),
                setting.seed(),
                setting.threads(),
                setting.data(),
                Settings.of(settings(setting.scale()), assignments),
                setting.cells());
    }

    /** What a run was, for its report. */
    default Block facts(Setting setting) {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("experiment", Value.of(name()));
        values.put("scale", Value.of(setting.scale().name().toLowerCase(Locale.ROOT)));
        values.put("seed", Value.of(setting.seed()));
        values.put("data", Value.of(setting.data().isEmpty() ? "its own" : setting.data()));
        setting.own()
                .names()
                .forEach(key -> values.put(key, Value.of(setting.own().text(key))));
        return new Facts("experiment", "Experiment", values);
    }

    /** All that its cells depend on, as JSON: its name, scale, seed and settings, and the content of the dataset. */
    default String specification(Setting setting) throws IOException {
        ObjectNode all = new ObjectMapper().createObjectNode();
        all.put("experiment", name())
                .put("scale", setting.scale().name().toLowerCase(Locale.ROOT))
                .put("seed", setting.seed())
                .put("dataset", setting.data());
        if (!setting.data().isEmpty()) {
            all.put(
                    "content",
                    new DatasetSource(setting.data(), "", FeatureScaling.AUTO, setting.seed())
                            .load()
                            .contentHash());
        }
        ObjectNode values = all.putObject("settings");
        setting.own().names().forEach(key -> values.put(key, setting.own().text(key)));
        return all.toString();
    }

    /**
     * How it is run.
     *
     * @param scale how much of it
     * @param seed the first seed
     * @param threads results do not depend on it
     * @param data a dataset, or empty for the reproduction's own
     * @param own the values of the reproduction's {@linkplain Reproduction#settings own settings}
     * @param cells where finished cells are kept
     */
    record Setting(Scale scale, long seed, int threads, String data, Settings own, Cells cells) {
        /** Checks the ranges. */
        public Setting {
            if (threads < 1) {
                throw new IllegalArgumentException("threads " + threads + " is not positive");
            }
        }

        /** Without settings of the reproduction's own, see {@link Reproduction#with}; nothing is kept. */
        public static Setting of(Scale scale, long seed, int threads, String data) {
            return new Setting(scale, seed, threads, data, Settings.of(List.of(), List.of()), Cells.none());
        }

        /** The same with finished cells kept there. */
        public Setting withCells(Cells other) {
            return new Setting(scale, seed, threads, data, own, other);
        }
    }
}
