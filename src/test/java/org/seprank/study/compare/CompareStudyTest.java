package org.seprank.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.graph.io.ReadOptions;
import org.seprank.report.Block;
import org.seprank.rewire.Budget;
import org.seprank.study.Context;
import org.seprank.study.Outcome;
import org.seprank.study.Verdict;
import org.seprank.study.input.GraphSource;
import org.seprank.study.input.NetworkShape;
import org.seprank.work.Progress;

class CompareStudyTest {
    private static CompareStudy karate(String... methods) {
        return new CompareStudy(
                new GraphSource("graphs/karate.graphml", ReadOptions.defaults(), null, 0),
                new NetworkShape(3, 8, 16, NetworkShape.GRAPH),
                List.of(methods),
                List.of(Budget.remove(3)),
                List.of(),
                List.of(),
                new CompareStudy.Scope(1, 0, false, Double.POSITIVE_INFINITY),
                null);
    }

    /** Fails when the first method looks whether to stop. */
    private static final class Failing implements Progress {
        private int armed = -1;

        @Override
        public void start(String what, long steps) {}

        @Override
        public void advanceTo(long done) {
            armed = done == 0 ? 1 : -1;
        }

        @Override
        public boolean cancelled() {
            if (armed-- == 0) {
                throw new IllegalStateException("out of order");
            }
            return false;
        }
    }

    @Test
    void aMethodThatFailsDoesNotEndTheOthers() throws Exception {
        List<String> warnings = new ArrayList<>();
        Context context = new Context(new Failing(), 1, Context.Figures.NONE, "", warnings::add);
        Outcome outcome = karate("triangles", "jaccard").run(context);
        assertThat(outcome.verdict()).isEqualTo(Verdict.ANSWERED);
        assertThat(warnings).hasSize(1).first().asString().contains("triangles failed", "out of order");
        assertThat(outcome.document().table("compared").rows().stream()
                        .map(row -> row.get(0).text()))
                .containsExactly("(none)", "jaccard", "random");
        assertThat(outcome.document().blocks())
                .anyMatch(
                        block -> block instanceof Block.Note note && note.text().startsWith("Not run: triangles"));
        assertThat(outcome.durations()).extracting(Block.Duration::work).containsExactly("jaccard", "random");
    }
}
