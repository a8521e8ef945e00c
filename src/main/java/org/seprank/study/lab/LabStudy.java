package org.seprank.study.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seprank.lab.Figures;
import org.seprank.lab.Finding;
import org.seprank.lab.Lab;
import org.seprank.lab.LabResult;
import org.seprank.lab.Panel;
import org.seprank.report.Block;
import org.seprank.report.Document;
import org.seprank.report.Facts;
import org.seprank.report.Table;
import org.seprank.report.Value;
import org.seprank.setting.Settings;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Question;
import org.seprank.study.Study;
import org.seprank.study.Verdict;
import org.seprank.work.Progress;

/**
 * A laboratory run from several seeds: the figures of every seed and their medians, whether the claim holds for the
 * medians, and the trajectories of the first seed. Single runs may end in another basin; the claims are about medians.
 *
 * <p>Its claim is the verdict: it held where all its statements did.
 *
 * @param lab what is run
 * @param settings of the laboratory
 * @param seed the first seed; the others follow
 * @param seeds number of seeds, positive
 */
public record LabStudy(Lab lab, Settings settings, long seed, int seeds) implements Study {
    /** Checks the ranges. */
    public LabStudy {
        if (seeds < 1) {
            throw new IllegalArgumentException("number of seeds " + seeds + " is not positive");
        }
    }

    @Override
    public Question question() {
        Question question = Question.of("lab").with("lab", lab.name());
        for (String key : settings.names()) {
            question = question.with(key, settings.text(key));
        }
        return question.with("seed", seed).with("seeds", seeds);
    }

    /** Runs it; what is complete when it is asked to stop is kept. */
    @Override
    public Outcome run(Context context) {
        Progress progress = context.progress();
        List<Figures> runs = new ArrayList<>();
        List<Panel> panels = List.of();
        for (int i = 0; i < seeds && !progress.cancelled(); i++) {
            LabResult result = lab.run(settings, seed + i, progress);
            if (progress.cancelled()) {
                break;
            }
            runs.add(result.figures());
            panels = i == 0 ? result.panels() : panels;
        }
        Document.Builder document = Document.of("lab");
        List<Finding> judged = List.of();
        if (!runs.isEmpty()) {
            Figures medians = Figures.medians(runs);
            judged = lab.judge(settings, medians);
            document.note("Claim: " + lab.claim(settings) + " (" + lab.source() + ").")
                    .add(verdicts(judged, runs.size()))
                    .add(usedSettings())
                    .add(figures(runs, medians));
        } else {
            document.add(usedSettings());
        }
        panels.forEach(panel ->
                document.add(new Block.Figure(panel.key(), panel.chart().title(), panel.chart())));
        return new Outcome(
                context.provenance(question(), List.of()),
                document.build(),
                Verdict.of(runs.size() == seeds, judged.stream().allMatch(Finding::holds)));
    }

    private record Statement(String statement, boolean held) {}

    private static Block verdicts(List<Finding> verdicts, int runs) {
        String over = runs == 1 ? "" : ", by the medians of " + runs + " seeds";
        return Table.of(
                "verdict",
                "What the claim says and whether it held" + over,
                Statement.class,
                verdicts.stream()
                        .map(finding -> new Statement(finding.statement(), finding.holds()))
                        .toList());
    }

    private record Reading(String figure, Value median) {}

    private record SeedReading(Reading reading, long seed, Value value) {}

    /** The medians, and for machines a row for each seed. */
    private Block figures(List<Figures> runs, Figures medians) {
        String title = "Measured";
        List<SeedReading> rows = new ArrayList<>();
        for (String name : medians.names()) {
            for (int i = 0; i < runs.size(); i++) {
                rows.add(new SeedReading(
                        new Reading(name, medians.value(name)),
                        seed + i,
                        runs.get(i).value(name)));
            }
        }
        Table table = Table.of("values", title, SeedReading.class, rows);
        return runs.size() > 1 ? table.pivoted("seed", "value") : table.hiding("seed", "value");
    }

    private Block usedSettings() {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("lab", Value.of(lab.name()));
        settings.names().forEach(key -> values.put(key, Value.parsed(settings.text(key))));
        values.put("seed", Value.of(seed));
        values.put("seeds", Value.of(seeds));
        return new Facts("settings", "Settings", values);
    }
}
