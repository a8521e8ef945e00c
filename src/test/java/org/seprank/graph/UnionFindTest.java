package org.seprank.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnionFindTest {
    @Test
    void joiningSaysWhetherThereWereTwoSets() {
        UnionFind sets = new UnionFind(5);
        assertThat(sets.join(3, 1)).isTrue();
        assertThat(sets.join(4, 3)).isTrue();
        assertThat(sets.join(1, 4)).isFalse();
        assertThat(sets.find(1)).isEqualTo(sets.find(4)).isNotEqualTo(sets.find(0));
    }

    @Test
    void setsAreNumberedInTheOrderOfTheirFirstElements() {
        UnionFind sets = new UnionFind(6);
        sets.join(5, 1);
        sets.join(2, 4);
        assertThat(sets.numbered()).containsExactly(0, 1, 2, 3, 2, 1);
        assertThat(new UnionFind(0).numbered()).isEmpty();
    }
}
