package org.seprank.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VertexIdsTest {
    static Stream<VertexIds> kinds() {
        return Stream.of(
                VertexIds.consecutive(5),
                VertexIds.ascending(new long[] {-4, 0, 7, 1L << 40}),
                VertexIds.ascending(new long[] {0, 1, 2}),
                VertexIds.of(List.of("z", "a", "0")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void idsAndVerticesAreInverse(VertexIds ids) {
        for (int v = 0; v < ids.size(); v++) {
            assertThat(ids.vertex(ids.id(v))).hasValue(v);
        }
        assertThat(ids.vertex("nobody")).isEmpty();
        assertThat(ids.vertex("99")).isEmpty();
        assertThat(ids.vertex("-1")).isEmpty();
    }

    @Test
    void onlyIntegersAreNumeric() {
        assertThat(VertexIds.consecutive(2).numeric()).isTrue();
        assertThat(VertexIds.ascending(new long[] {3, 9}).numeric()).isTrue();
        assertThat(VertexIds.of(List.of("9", "-3")).numeric()).isTrue();
        assertThat(VertexIds.of(List.of("9", "x")).numeric()).isFalse();
    }

    @Test
    void repeatedIdsAreRefused() {
        assertThatThrownBy(() -> VertexIds.of(List.of("a", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vertex id 'a' occurs twice");
        assertThatThrownBy(() -> VertexIds.ascending(new long[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not ascending");
    }
}
