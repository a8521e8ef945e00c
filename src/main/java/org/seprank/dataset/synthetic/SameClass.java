package org.seprank.dataset.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.seprank.dataset.DenseFeatures;
import org.seprank.dataset.GraphDataset;
import org.seprank.dataset.Labels;
import org.seprank.dataset.Provenance;
import org.seprank.dataset.Split;
import org.seprank.dataset.Split.Part;
import org.seprank.dataset.image.IdxImages;
import org.seprank.dataset.image.Images;
import org.seprank.dataset.image.ShapeImages;
import org.seprank.graph.Graph;
import org.seprank.graph.GraphBuilder;
import org.seprank.graph.VertexSet;
import org.seprank.setting.Setting;
import org.seprank.setting.Settings;

/**
 * The "same class" task of arXiv 2211.16494, section 5.1: are two images of one class? Each image is cut into 16
 * consecutive pieces, one per vertex; two cliques of 16 are joined by the edge (0, 16). {@link Arrangement} says which
 * pieces are where, and so how large the walk index of the partition into images is. A pair is positive with
 * probability 1/2: a uniform class, then two of its images with replacement; otherwise images of two different uniform
 * classes. Pixels become {@code (p/255 - 0.286) / 0.353}. Equal seeds make equal pairs in both arrangements.
 *
 * @param arrangement where the pieces are
 * @param train number of training pairs, in 1..500000
 * @param test number of test pairs, from other images, in 1..500000
 * @param images an IDX file of training images, or empty: generated shapes
 * @param testImages an IDX file of test images; empty if and only if {@code images} is
 */
public record SameClass(Arrangement arrangement, int train, int test, String images, String testImages)
        implements SyntheticTask {
    static final String NAME = "same-class";

    private static final Setting TRAIN = Setting.whole("train", "10000", 1, 500_000, "pairs for training");
    private static final Setting TEST = Setting.whole("test", "2000", 1, 500_000, "pairs for test");
    static final List<Setting> SETTINGS = List.of(
            Setting.choice("arrangement", "high", List.of("low", "high"), "of the pieces"),
            TRAIN,
            TEST,
            Setting.text("images", "", "IDX file of the training pairs; else generated shapes"),
            Setting.text("test-images", "", "IDX file of the test pairs"));

    private static final int PIECES = 16;
    private static final int GENERATED = 3000;
    private static final double MEAN = 0.286;
    private static final double DEVIATION = 0.353;

    /** Which pieces are where. */
    public enum Arrangement {
        /** Image 1 on the first clique, image 2 on the second: one edge between them. */
        LOW,
        /** Half of each image on each clique, alternating: 128 edges between them and more. */
        HIGH;

        /** Whether vertex {@code v} holds a piece of the second image. */
        boolean second(int v) {
            boolean otherClique = v >= PIECES;
            return this == LOW ? otherClique : (v % 2 == 1) != otherClique;
        }

        /** Which piece of its image vertex {@code v} holds. */
        int piece(int v) {
            return this == LOW ? v % PIECES : v / 2;
        }

        /** The vertices of the first image: the I of the partition. */
        public VertexSet partition() {
            return VertexSet.of(
                    2 * PIECES,
                    IntStream.range(0, 2 * PIECES).filter(v -> !second(v)).toArray());
        }
    }

    /** Checks the ranges. */
    public SameClass {
        TRAIN.check(train);
        TEST.check(test);
        if (images.isEmpty() != testImages.isEmpty()) {
            throw new IllegalArgumentException("images '" + images + "' and test-images '" + testImages
                    + "' must both be files or both be left out");
        }
    }

    static SameClass from(Settings settings) {
        return new SameClass(
                Arrangement.valueOf(settings.text("arrangement").toUpperCase(Locale.ROOT)),
                settings.integer("train"),
                settings.integer("test"),
                settings.text("images"),
                settings.text("test-images"));
    }

    @Override
    public String specification() {
        String files = images.isEmpty() ? "" : ",images=" + images + ",test-images=" + testImages;
        return PREFIX + NAME + ",arrangement=" + arrangement.name().toLowerCase(Locale.ROOT) + ",train=" + train
                + ",test=" + test + files;
    }

    @Override
    public GraphDataset generate(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        long shapes = random.nextLong();
        Images forTraining =
                images.isEmpty() ? ShapeImages.generate(GENERATED, shapes) : IdxImages.read(Path.of(images));
        Images forTest =
                images.isEmpty() ? ShapeImages.generate(GENERATED, shapes + 1) : IdxImages.read(Path.of(testImages));
        if (forTraining.area() % PIECES != 0 || forTraining.area() != forTest.area()) {
            throw new IllegalArgumentException("images of " + forTraining.area() + " and " + forTest.area()
                    + " pixels cannot be cut into " + PIECES + " equal pieces");
        }
        Pairs pairs = new Pairs(forTraining.area());
        pairs.draw(forTraining, train, random);
        pairs.draw(forTest, test, random);
        return pairs.dataset(Provenance.synthetic(specification() + ",seed=" + seed));
    }

    /** The pairs drawn so far. */
    private final class Pairs {
        private final int area;
        private final float[] values;
        private final int[] same = new int[train + test];
        private int count;

        Pairs(int area) {
            this.area = area;
            this.values = new float[Math.multiplyExact(2 * area, train + test)];
        }

        void draw(Images from, int pairs, SplittableRandom random) {
            List<int[]> byClass = new ArrayList<>();
            for (int label = 0; label < from.labels().classCount(); label++) {
                int[] members = from.labels().ofClass(label);
                if (members.length > 0) {
                    byClass.add(members);
                }
            }
            if (byClass.size() < 2) {
                throw new IllegalArgumentException("images of " + byClass.size() + " classes are too few for pairs");
            }
            for (int i = 0; i < pairs; i++) {
                boolean positive = random.nextBoolean();
                int a = random.nextInt(byClass.size());
                int other = random.nextInt(byClass.size() - 1);
                int b = positive ? a : other < a ? other : other + 1;
                int first = byClass.get(a)[random.nextInt(byClass.get(a).length)];
                int second = byClass.get(b)[random.nextInt(byClass.get(b).length)];
                place(from, first, second);
                same[count++] = positive ? 1 : 0;
            }
        }

        private void place(Images from, int first, int second) {
            int length = area / PIECES;
            int at = count * 2 * area;
            for (int v = 0; v < 2 * PIECES; v++) {
                int image = arrangement.second(v) ? second : first;
                for (int k = 0; k < length; k++) {
                    int pixel = from.pixel(image, arrangement.piece(v) * length + k);
                    values[at++] = (float) ((pixel / 255.0 - MEAN) / DEVIATION);
                }
            }
        }

        GraphDataset dataset(Provenance provenance) {
            Split split = Split.over("given", train + test)
                    .put(Part.TRAIN, IntStream.range(0, train).toArray())
                    .put(Part.TEST, IntStream.range(train, train + test).toArray())
                    .build();
            return GraphDataset.of(
                            NAME + "-" + arrangement.name().toLowerCase(Locale.ROOT),
                            new ArrayList<>(Collections.nCopies(train + test, cliques())),
                            DenseFeatures.over(2 * PIECES * (train + test), area / PIECES, values),
                            Labels.of(same, 2))
                    .withProvenance(provenance)
                    .withSplits(List.of(split));
        }
    }

    /** The graph of every pair: two cliques of 16 and the edge (0, 16). */
    public static Graph cliques() {
        GraphBuilder builder = GraphBuilder.over(2 * PIECES, false);
        for (int u = 0; u < PIECES; u++) {
            for (int v = 0; v < u; v++) {
                builder.edge(u, v);
                builder.edge(PIECES + u, PIECES + v);
            }
        }
        builder.edge(0, PIECES);
        return builder.build();
    }
}
