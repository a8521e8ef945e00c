package org.seprank.rewire.structure;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.seprank.graph.Graph;
import org.seprank.rewire.Rewirer;
import org.seprank.rewire.edit.AddedVertex;
import org.seprank.rewire.edit.AddedVertex.Part;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;
import org.seprank.work.Progress;

/**
 * Puts a slow vertex into the edges that lead to sampled vertices ("Half-Hop", Azabou et al. 2023, arXiv 2308.09198).
 *
 * <p>On a <em>directed</em> graph, as published: every vertex is sampled with probability p; every arc u → v to a
 * sampled v becomes u → s → v and v → s with a new vertex s of features {@code x_s = α x_u + (1-α) x_v}.
 *
 * <p>On an <em>undirected</em> graph, which the paper reads as one with both arcs of every edge, the two slow vertices
 * of an edge are one: an edge uv with a sampled end becomes u – s – v, with {@code x_s = α x_u + (1-α) x_v} where only
 * v is sampled and {@code (x_u + x_v) / 2}, the mean of the two, where both are.
 *
 * <p>Edges with weights are refused, as halves of a weight have no meaning; all new edges weigh 1 and are of the
 * relation of the original ones, as the method knows one kind of edge only. Edits come vertex by sampled vertex, these
 * in a random order, and for every edge its additions before its removal. A count that would cut those of one edge
 * apart leaves that edge alone. Time O(n + m).
 *
 * @param alpha α, the share of the tail in the features of a slow vertex, in 0..1; 0.5 in the paper
 * @param probability p with which a vertex is sampled, in 0..1; 1 takes all edges
 * @param seed of the sampling
 */
public record HalfHop(double alpha, double probability, long seed) implements Rewirer {
    /** Checks the ranges. */
    public HalfHop {
        StructureSettings.requireFraction("alpha", alpha);
        StructureSettings.requireFraction("probability", probability);
    }

    @Override
    public EditList rewire(Graph graph, int count, Progress progress) {
        Rewirer.checkCount(count);
        if (graph.weighted()) {
            throw new IllegalArgumentException("Half-Hop is not defined on edges with weights, and " + graph + " has"
                    + " them; make a graph without");
        }
        return new Run(graph, count).run(progress);
    }

    /** One graph's edits. */
    private final class Run {
        private final Graph graph;
        private final int count;
        private final int n;
        private final int editsPerEdge;
        private final boolean[] sampled;
        private final EditList.Builder rewiring = EditList.builder();
        private int appended;

        Run(Graph graph, int count) {
            this.graph = graph;
            this.count = count;
            this.n = graph.vertexCount();
            this.editsPerEdge = graph.directed() ? 4 : 3;
            this.sampled = new boolean[n];
        }

        EditList run(Progress progress) {
            int[] order = sample();
            int[] offsets = graph.in().offsets();
            int[] neighbours = graph.in().neighbours();
            progress.start("sampling vertices", order.length);
            for (int i = 0; i < order.length && !progress.cancelled(); i++) {
                int v = order[i];
                for (int at = offsets[v]; at < offsets[v + 1]; at++) {
                    if (rewiring.size() > count - editsPerEdge) {
                        return rewiring.build();
                    }
                    slow(neighbours[at], v);
                }
                progress.advanceTo(i + 1L);
            }
            return rewiring.build();
        }

        /** The sampled vertices in a random order. */
        private int[] sample() {
            SplittableRandom random = new SplittableRandom(seed);
            int[] order = new int[n];
            int size = 0;
            for (int v = 0; v < n; v++) {
                if (random.nextDouble() < probability) {
                    sampled[v] = true;
                    order[size++] = v;
                }
            }
            int[] chosen = Arrays.copyOf(order, size);
            StructureSettings.shuffle(chosen, size, random);
            return chosen;
        }

        private void slow(int u, int v) {
            if (graph.directed()) {
                int s = append(u, v, alpha);
                add(u, s);
                add(s, v);
                add(v, s);
                rewiring.add(Edit.remove(u, v));
            } else if (!sampled[u] || u < v) { // an edge between two sampled ends is met twice
                int s = append(u, v, sampled[u] ? 0.5 : alpha);
                add(u, s);
                add(s, v);
                rewiring.add(Edit.remove(u, v));
            }
        }

        private int append(int u, int v, double share) {
            rewiring.addVertex(new AddedVertex(List.of(new Part(u, share), new Part(v, 1 - share))));
            return Math.addExact(n, appended++);
        }

        private void add(int from, int to) {
            rewiring.add(Edit.add(from, to), 1, EditList.ORIGINAL);
        }
    }
}
