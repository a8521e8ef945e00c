package org.seprank.gnn.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.seprank.gnn.DivergedException;
import org.seprank.gnn.ForwardPass;
import org.seprank.gnn.Network;
import org.seprank.gnn.batch.FeatureMatrix;
import org.seprank.gnn.batch.GraphBatch;
import org.seprank.work.Parallel;
import org.seprank.work.Progress;

/**
 * A scalar of a network for every pair of choices: some vertices take one of the rows' samples, others one of the
 * columns', the rest is fixed. All samples have been multiplied by the first layer's weights; a pair costs two copies
 * and the layers on the vertices that matter, packed block-diagonally. Batches are cut without regard to the number of
 * threads, so results do not depend on it.
 */
final class PairGrid {
    private final Question question;
    private final List<Side> sides; // rows, columns, fixed
    private final int[] order; // the vertices of a copy
    private final int target; // place of the scalar's vertex in a copy; -1: one row per copy
    private final int[] pair; // places of the scalar's pair in a copy; empty: it is about no pair
    private long done;

    /**
     * What is asked.
     *
     * @param network which network
     * @param batch on which graph
     * @param scalar about what
     */
    record Question(Network network, GraphBatch batch, Scalar scalar) {
        /** Checks that they fit each other. */
        Question {
            if (batch.graphCount() != 1) {
                throw new IllegalArgumentException("a batch of " + batch.graphCount() + " graphs: probe one at a time");
            }
            scalar.check(network.fitted(), batch);
        }

        /** The vertices that the scalar may depend on, ascending. */
        int[] field() {
            int[] vertices = scalar.vertices();
            return vertices.length > 0
                    ? Arrays.stream(vertices)
                            .flatMap(v -> Arrays.stream(
                                    ReceptiveField.of(batch, v, network.spec().reach())))
                            .sorted()
                            .distinct()
                            .toArray()
                    : IntStream.range(0, batch.vertexCount()).toArray();
        }
    }

    /** Networks with equal parameters, each used by one thread at a time. */
    static final class Team {
        private final Parallel workers;
        private final Queue<Network> idle = new ConcurrentLinkedQueue<>();

        Team(Network network, int threads) {
            workers = Parallel.of(threads);
            for (int i = 0; i < threads; i++) {
                idle.add(network.copy(network.spec().precision()));
            }
        }

        void parts(int count, BiConsumer<Network, Integer> body) {
            workers.each(count, part -> {
                Network own = idle.remove();
                try {
                    body.accept(own, part);
                } finally {
                    idle.add(own);
                }
            });
        }

        /** The samples on those vertices, multiplied by the weights of the first layer. */
        List<FeatureMatrix> multiplied(FeatureSamples samples, int[] vertices) {
            FeatureMatrix[] all = new FeatureMatrix[samples.count()];
            parts(all.length, (network, i) -> all[i] = network.multiply(samples.features(i, vertices)));
            return List.of(all);
        }
    }

    PairGrid(Question question, Side rows, Side columns, Side fixed) {
        this.question = question;
        this.sides = List.of(rows, columns, fixed);
        this.order = sides.stream()
                .flatMapToInt(side -> Arrays.stream(side.vertices()))
                .toArray();
        this.target = question.scalar.place() instanceof Scalar.AtVertex at ? place(at.vertex()) : -1;
        this.pair = question.scalar.place() instanceof Scalar.OfPair of
                ? new int[] {place(of.u()), place(of.v())}
                : new int[0];
    }

    private int place(int vertex) {
        return IntStream.range(0, order.length)
                .filter(i -> order[i] == vertex)
                .findFirst()
                .orElseThrow();
    }

    /** So many copies, in each of which the scalar's pair is asked about. */
    private GraphBatch copies(int number) {
        GraphBatch copies = question.batch.excerpt(order, FeatureMatrix.constant(number * order.length, 0));
        return pair.length == 0 ? copies : copies.withPairs(inCopies(pair[0], number), inCopies(pair[1], number));
    }

    private int[] inCopies(int place, int number) {
        return IntStream.range(0, number)
                .map(copy -> copy * order.length + place)
                .toArray();
    }

    /** The scalar for every choice of the rows and of the columns. */
    double[][] values(Team team, Progress progress) {
        double[][] result = new double[sides.get(0).count()][sides.get(1).count()];
        long pairs = (long) result.length * result[0].length;
        int copies = Effort.copies(order.length, pairs);
        GraphBatch template = copies(copies);
        int chunks = Math.toIntExact((pairs + copies - 1) / copies);
        progress.start("evaluating pairs", pairs);
        team.parts(chunks, (network, chunk) -> {
            if (progress.cancelled()) {
                throw new CancellationException("probing was cancelled");
            }
            evaluate(network, template, (long) chunk * copies, result);
            advance(progress, Math.min(copies, pairs - (long) chunk * copies));
        });
        checkFinite(result);
        return result;
    }

    private synchronized void advance(Progress progress, long pairs) {
        done += pairs;
        progress.advanceTo(done);
    }

    /** Evaluates as many pairs from that one on as the template has copies; the last pair fills up. */
    private void evaluate(Network network, GraphBatch template, long first, double[][] result) {
        int columns = result[0].length;
        int copies = template.graphCount();
        long last = (long) result.length * columns - 1;
        List<FeatureMatrix> parts = new ArrayList<>(3 * copies);
        for (int k = 0; k < copies; k++) {
            long pair = Math.min(first + k, last);
            sides.get(0).addTo(parts, (int) (pair / columns));
            sides.get(1).addTo(parts, (int) (pair % columns));
            sides.get(2).addTo(parts, 0);
        }
        double[] logits;
        try (ForwardPass pass = network.pass(template.withFeatures(FeatureMatrix.stacked(parts)))) {
            logits = pass.logits();
        }
        int width = network.fitted().outputWidth();
        for (int k = 0; k < copies && first + k <= last; k++) {
            int row = target < 0 ? k : k * order.length + target;
            int a = (int) ((first + k) / columns);
            result[a][(int) ((first + k) % columns)] = question.scalar.of(logits, row * width, width);
        }
    }

    private void checkFinite(double[][] result) {
        for (int a = 0; a < result.length; a++) {
            for (int b = 0; b < result[a].length; b++) {
                if (!Double.isFinite(result[a][b])) {
                    throw DivergedException.inNetwork(
                            question.scalar + " is " + result[a][b] + " for row sample " + a + ", column sample " + b);
                }
            }
        }
    }
}
