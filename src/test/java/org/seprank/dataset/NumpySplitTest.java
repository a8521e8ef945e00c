package org.seprank.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.dataset.Split.Part;

class NumpySplitTest {
    /** The first outputs of init_genrand(5489) in mt19937ar.c, Matsumoto and Nishimura, 2002. */
    @Test
    void theGeneratorIsTheReferenceOne() {
        MersenneTwister random = new MersenneTwister(5489);
        assertThat(Integer.toUnsignedLong(random.nextInt())).isEqualTo(3499211612L);
        assertThat(Integer.toUnsignedLong(random.nextInt())).isEqualTo(581869302L);
        assertThat(Integer.toUnsignedLong(random.nextInt())).isEqualTo(3890346734L);
    }

    /** Made by {@code numpy.random.RandomState(s).permutation(12)}, NumPy 2.4.6. */
    @Test
    void permutationsAreThoseOfNumpy() {
        assertThat(NumpyPermutation.of(12, 0)).containsExactly(GOLDEN_0);
        assertThat(NumpyPermutation.of(12, 1)).containsExactly(GOLDEN_1);
        assertThat(NumpyPermutation.of(12, 2147483647L)).containsExactly(GOLDEN_LAST);
        assertThat(NumpyPermutation.of(1, 1)).containsExactly(0);
        assertThat(NumpyPermutation.of(0, 1)).isEmpty();
    }

    @Test
    void thePublishedSplitOfCoraComesOutElementByElement() throws IOException {
        JsonNode golden = new ObjectMapper()
                .readTree(Shared.file("golden/split_cora_numpy_seed1.json").toFile());
        int[] order = NumpyPermutation.of(2708, 1);
        int[] expected = List.of("train", "val", "test").stream()
                .flatMapToInt(part -> StreamSupport.stream(golden.get(part).spliterator(), false)
                        .mapToInt(JsonNode::asInt))
                .toArray();
        assertThat(order).containsExactly(expected);
        Split split = SplitSpec.parse("numpy:0.8/0.1/0.1,seed=1")
                .over(Labels.of(new int[2708], 1), List.of(), 7)
                .get(0);
        assertThat(split).hasToString("numpy 0.8/0.1/0.1 seed 1 2166/270/272");
        assertThat(split.indices(Part.TEST))
                .containsExactly(Arrays.stream(order, 2436, 2708).sorted().toArray());
    }

    @Test
    void theSeedOfTheCommandIsTakenWhereNoneIsNamed() {
        Labels labels = Labels.of(IntStream.range(0, 12).map(i -> i % 2).toArray());
        assertThat(SplitSpec.parse("numpy:0.5/0.25/0.25").over(labels, List.of(), 1))
                .isEqualTo(SplitSpec.parse("numpy:0.5/0.25/0.25,seed=1").over(labels, List.of(), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy:0.8/0.3/0.1", "numpy:0.5/0.5", "numpy:1/0/0,seed=-1", "numpy:1/0/0,seed=x"})
    void whatIsNoSplitIsRefused(String rule) {
        assertThatThrownBy(() -> SplitSpec.parse(rule)).isInstanceOf(IllegalArgumentException.class);
    }

    private static final int[] GOLDEN_0 = {6, 11, 4, 10, 2, 8, 1, 7, 9, 3, 0, 5};
    private static final int[] GOLDEN_1 = {2, 3, 4, 10, 1, 6, 0, 7, 11, 9, 8, 5};
    private static final int[] GOLDEN_LAST = {6, 5, 7, 2, 4, 3, 1, 11, 0, 8, 9, 10};
}
