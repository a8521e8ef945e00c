package org.seprank.graph.family;

import org.seprank.graph.Attributes;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.setting.Settings;

/**
 * The 34 members of a karate club and their 78 friendships, from W. Zachary, <i>An information flow model for conflict
 * and fission in small groups</i>, Journal of Anthropological Research 33 (1977); his vertex i is i-1 here. The
 * {@code faction} of a member is the club that it joined after the split: that of the instructor, Mr. Hi (vertex 0), or
 * that of the officers around vertex 33.
 */
final class KarateClub {
    /** A vertex and its larger neighbours. */
    private static final int[][] ROWS = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31},
        {1, 2, 3, 7, 13, 17, 19, 21, 30},
        {2, 3, 7, 8, 9, 13, 27, 28, 32},
        {3, 7, 12, 13},
        {4, 6, 10},
        {5, 6, 10, 16},
        {6, 16},
        {8, 30, 32, 33},
        {9, 33},
        {13, 33},
        {14, 32, 33},
        {15, 32, 33},
        {18, 32, 33},
        {19, 33},
        {20, 32, 33},
        {22, 32, 33},
        {23, 25, 27, 29, 32, 33},
        {24, 25, 27, 31},
        {25, 31},
        {26, 29, 33},
        {27, 33},
        {28, 31, 33},
        {29, 32, 33},
        {30, 32, 33},
        {31, 32, 33},
        {32, 33},
    };

    private static final VertexSet WITH_THE_INSTRUCTOR =
            VertexSet.of(34, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21);

    private KarateClub() {}

    static Graph graph(Settings none) {
        GraphBuilder builder = GraphBuilder.over(34, false);
        for (int[] row : ROWS) {
            for (int i = 1; i < row.length; i++) {
                builder.edge(row[0], row[i]);
            }
        }
        builder.vertexAttributes().column("faction", Attributes.Type.TEXT);
        for (int v = 0; v < 34; v++) {
            builder.vertexAttributes().value("faction", v, WITH_THE_INSTRUCTOR.contains(v) ? "Mr. Hi" : "Officer");
        }
        return builder.build();
    }
}
