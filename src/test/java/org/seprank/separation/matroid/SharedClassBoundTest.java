package org.seprank.separation.matroid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.graph.family.GraphFamily;
import org.seprank.oracle.RankOracle;
import org.seprank.separation.Bound;
import org.seprank.separation.Bounds;
import org.seprank.separation.SeparationProblem;
import org.seprank.separation.monomial.Magnitude;
import org.seprank.separation.monomial.Unfolding;
import org.seprank.walk.Target;

class SharedClassBoundTest {
    /**
     * A path of 7 cut behind its third vertex: 2 is between 1, within I, and 4, within Iᶜ, by the vertices 1 and 3,
     * which have three copies each; it has k = 9, as has the other class 3: ((2, 3)) ((2, 6)) ((2, 9)).
     */
    @Test
    void pathsShareOneClass() {
        Graph path = GraphFamily.parse("family:path,n=7", 0);
        MatroidBound bound = SharedClassBound.of(
                Unfolding.of(path, VertexSet.all(7), 3), VertexSet.range(7, 0, 2), 1, 2, SearchEffort.of(1));
        assertEquals(Magnitude.of(4 * 7 * 10), bound.rank(), bound.note());
        assertEquals("one class shared by 2 channels", bound.note());
    }

    @Test
    void completeGraphsShareNone() {
        Graph complete = GraphFamily.parse("family:complete,n=6", 0);
        MatroidBound bound = SharedClassBound.of(
                Unfolding.of(complete, VertexSet.all(6), 3), VertexSet.range(6, 0, 2), 1, 2, SearchEffort.of(1));
        assertEquals(Magnitude.ONE, bound.rank());
    }

    @Test
    void boundsAreAtMostTheRank() {
        SplittableRandom random = new SplittableRandom(6);
        int sharper = 0;
        int decided = 0;
        for (int k = 0; k < 3000; k++) {
            SeparationProblem problem = problem(random, k % 4 == 3);
            Unfolding unfolding = Unfolding.of(
                    problem.graph(), problem.target().ends(problem.graph().vertexCount()), problem.depth());
            int width = problem.inputWidth();
            MatroidBound bound = SharedClassBound.of(unfolding, problem.partition(), 1, width, SearchEffort.of(1));
            VertexSet none = VertexSet.of(problem.graph().vertexCount());
            MatroidBound plain = MatroidBound.of(unfolding, problem.partition(), 1, width, none, SearchEffort.of(1));
            if (bound.rank().compareTo(plain.rank()) > 0) {
                sharper++;
                Bound upper = Bounds.of(problem, Bounds.Options.defaults()).tightestUpper();
                assertThat(bound.rank()).as("%s", problem).isLessThanOrEqualTo(upper.rank());
                if (upper.nats() < Math.log(500)) {
                    decided++;
                    int rank = RankOracle.rank(problem, (int) Math.round(Math.exp(upper.nats())) + 1, 7);
                    assertThat(bound.rank()).as("%s", problem).isLessThanOrEqualTo(Magnitude.of(rank));
                }
            }
        }
        assertThat(sharper).isGreaterThan(200);
        assertThat(decided).isGreaterThan(50);
    }

    /** A sparse graph of 7 to 10 vertices, with some twins and triangles, cut along its numbers. */
    private static SeparationProblem problem(SplittableRandom random, boolean directed) {
        int n = random.nextInt(7, 11);
        GraphBuilder builder = GraphBuilder.over(n, directed);
        for (int v = 1; v < n; v++) {
            builder.edge(Math.max(0, v - 1 - random.nextInt(3)), v);
            if (directed || random.nextInt(4) == 0) {
                builder.edge(v, Math.max(0, v - 1 - random.nextInt(2)));
            }
        }
        VertexSet side = VertexSet.range(n, 0, n / 2 - 1 + random.nextInt(2));
        Target target = random.nextInt(4) == 0 ? Target.graph() : Target.vertex(random.nextInt(n));
        int width = random.nextInt(2, 4);
        return new SeparationProblem(builder.build(), side, target, random.nextInt(3, 5), width, width);
    }
}
