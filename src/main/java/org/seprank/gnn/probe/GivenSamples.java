package org.seprank.gnn.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.seprank.dataset.GraphDataset;
import org.seprank.gnn.batch.Features;
import org.seprank.gnn.training.InputBatch;

/** Matrices that are there already. */
final class GivenSamples implements FeatureSamples {
    private final List<Features> matrices;

    private GivenSamples(List<Features> matrices) {
        this.matrices = matrices;
    }

    /**
     * What is drawn.
     *
     * @param count how many
     * @param seed by which seed
     */
    record Draw(int count, long seed) {}

    static GivenSamples of(List<Features> matrices) {
        positive(matrices.size());
        Features first = matrices.get(0);
        for (Features matrix : matrices) {
            if (matrix.rows() != first.rows() || matrix.width() != first.width()) {
                throw new IllegalArgumentException("samples of " + first.rows() + " x " + first.width() + " and "
                        + matrix.rows() + " x " + matrix.width() + " cannot be mixed");
            }
        }
        return new GivenSamples(List.copyOf(matrices));
    }

    static GivenSamples swapped(GraphDataset dataset, int graph, Draw draw) {
        int n = dataset.graphs().get(in(graph, dataset.size())).vertexCount();
        List<Integer> alike = IntStream.range(0, dataset.size())
                .filter(g -> dataset.graphs().get(g).vertexCount() == n)
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        if (draw.count() < 1 || draw.count() > alike.size()) {
            throw new IllegalArgumentException("number of samples " + draw.count() + " is not in 1.." + alike.size()
                    + ", the number of graphs with " + n + " vertices");
        }
        SplittableRandom random = new SplittableRandom(draw.seed());
        List<Features> chosen = new ArrayList<>();
        for (int i = 0; i < draw.count(); i++) {
            int other = i + random.nextInt(alike.size() - i);
            int graphThere = alike.set(other, alike.get(i));
            chosen.add(InputBatch.features(dataset.features(graphThere)));
        }
        return of(chosen);
    }

    static int positive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("number of samples " + count + " is not positive");
        }
        return count;
    }

    static int in(int index, int count) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("index " + index + " is not in 0.." + (count - 1));
        }
        return index;
    }

    @Override
    public int count() {
        return matrices.size();
    }

    @Override
    public int vertices() {
        return matrices.get(0).rows();
    }

    @Override
    public int width() {
        return matrices.get(0).width();
    }

    @Override
    public Features features(int sample, int[] vertices) {
        return matrices.get(in(sample, count())).select(vertices);
    }
}
