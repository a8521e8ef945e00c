package org.seprank.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;

class HomophilyTest {
    private static final Graph PATH = Graph.undirected(4, new int[][] {{0, 1}, {1, 2}, {2, 3}});

    @Test
    void pathOfTwoHalves() {
        Homophily homophily = Homophily.of(PATH, Labels.of(0, 0, 1, 1));
        assertThat(homophily.edge()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(homophily.vertex()).isCloseTo((1 + 0.5 + 0.5 + 1) / 4, within(1e-12));
        assertThat(homophily.adjusted()).isCloseTo((2 / 3.0 - 0.5) / 0.5, within(1e-12));
    }

    @Test
    void alternatingLabelsAreFullyHeterophilous() {
        Homophily homophily = Homophily.of(PATH, Labels.of(0, 1, 0, 1));
        assertThat(homophily.edge()).isZero();
        assertThat(homophily.vertex()).isZero();
        assertThat(homophily.adjusted()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void edgesToUnlabelledVerticesDoNotCount() {
        Homophily homophily = Homophily.of(PATH, Labels.of(0, 0, -1, 1));
        assertThat(homophily.edge()).isEqualTo(1);
        assertThat(homophily.vertex()).isEqualTo(1);
        assertThat(homophily.adjusted()).isNaN();
    }

    @Test
    void labelsOfAnotherGraphAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Homophily.of(PATH, Labels.of(0, 1)));
    }
}
