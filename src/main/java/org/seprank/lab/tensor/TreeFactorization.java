package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.seprank.lab.numeric.Products;
import org.seprank.linear.Matrices;

/**
 * A hierarchical tensor factorization over a tree of modes (Razin, Maman and Cohen, arXiv 2201.11729): a leaf has
 * weights [d, R], R the width of the node above, an inner node [R, R'] maps the products of its children's vectors to
 * R' vectors, and the root's is a single column. The rank of the matrix with the modes of a node as rows is at most the
 * widths of the node and of the one above. The tensor's modes are in the order of the tree's leaves. Not safe for use
 * by several threads.
 */
final class TreeFactorization extends TensorFactorization {
    private static final double LARGEST = 3e7; // numbers

    private final Node root;
    private final ProductChain left; // of the first half of the root's children
    private final ProductChain right;
    private final List<Node> inner = new ArrayList<>();
    private final double[][] scaled; // the right half's columns times the root's weights
    private final double[][] byScaled;
    private final double[][] tensor;

    private TreeFactorization(Node root) {
        this.root = root;
        this.left = root.halves.get(0);
        this.right = root.halves.get(1);
        collect(root);
        int width = root.weights.length;
        this.scaled = new double[right.product().length][width];
        this.byScaled = new double[right.product().length][width];
        this.tensor = new double[left.product().length][right.product().length];
        multiply();
    }

    /**
     * A node: its weights, its vectors as columns [entries, R'], and the Khatri-Rao products of its children's vectors,
     * the root's in two halves, as their product would be as large as the tensor times R.
     */
    private static final class Node {
        private final List<Node> children;
        private final double[][] weights;
        private final double[][] byWeights;
        private final double[][] vectors; // none of the root
        private final double[][] byVectors;
        private final List<ProductChain> halves; // one but of the root; none of a leaf

        private Node(double[][] weights, List<Node> children, boolean top) {
            this.weights = weights;
            this.children = children;
            this.byWeights = new double[weights.length][weights[0].length];
            int half = children.size() / 2;
            if (children.isEmpty()) {
                this.halves = List.of();
                this.vectors = weights;
                this.byVectors = byWeights;
            } else if (top) {
                this.halves = List.of(chain(children.subList(0, half)), chain(children.subList(half, children.size())));
                this.vectors = new double[0][];
                this.byVectors = new double[0][];
            } else {
                this.halves = List.of(chain(children));
                this.vectors = new double[halves.get(0).product().length][weights[0].length];
                this.byVectors = new double[vectors.length][weights[0].length];
            }
        }

        private static ProductChain chain(List<Node> nodes) {
            return ProductChain.of(
                    nodes.stream().map(node -> node.vectors).toList(),
                    nodes.stream().map(node -> node.byVectors).toList());
        }

        void multiplyBelow() {
            for (Node child : children) {
                child.multiplyBelow();
                if (!child.children.isEmpty()) {
                    Products.multiply(child.halves.get(0).product(), child.weights, child.vectors);
                }
            }
            halves.forEach(ProductChain::multiply);
        }

        void backBelow() {
            halves.forEach(ProductChain::back);
            for (Node child : children) {
                if (!child.children.isEmpty()) {
                    ProductChain products = child.halves.get(0);
                    Products.transposedTimes(products.product(), child.byVectors, child.byWeights);
                    Products.timesTransposed(child.byVectors, child.weights, products.byProduct());
                    child.backBelow();
                }
            }
        }
    }

    /**
     * Parameters as they are made for every node, the leaves' first.
     *
     * @param tree of the modes
     * @param size d
     * @param widths R of the nodes of height 1, 2, .., the root's last
     * @param weights makes those of a node from rows and columns
     * @throws IllegalArgumentException if the widths are not as many as the tree is high, or it takes over 240 MB
     */
    static TreeFactorization random(
            ModeTree tree, int size, List<Integer> widths, BiFunction<Integer, Integer, double[][]> weights) {
        if (widths.size() != tree.height()) {
            throw new IllegalArgumentException(
                    "widths " + widths + " are not " + tree.height() + ", the height of the tree");
        }
        double needed = numbers(tree, size, widths);
        if (needed > LARGEST) {
            throw new IllegalArgumentException(
                    "size^order = " + Math.pow(size, tree.modes().size()) + " entries with widths " + widths + " take "
                            + (long) (needed * 8e-6) + " MB, more than 240 MB");
        }
        // by height, so that nodes draw in the same order in trees of all shapes
        Map<ModeTree, double[][]> made = new HashMap<>();
        for (int height = 0; height <= tree.height(); height++) {
            draw(tree, 1, height, new Draw(size, widths, weights, made));
        }
        return new TreeFactorization(node(tree, made, true));
    }

    private record Draw(
            int size,
            List<Integer> widths,
            BiFunction<Integer, Integer, double[][]> weights,
            Map<ModeTree, double[][]> made) {
        int width(ModeTree node) {
            return node.isLeaf() ? size : widths.get(node.height() - 1);
        }
    }

    private static void draw(ModeTree node, int columns, int height, Draw draw) {
        int rows = draw.width(node);
        if (node.height() == height) {
            draw.made().put(node, draw.weights().apply(rows, columns));
        } else {
            node.children().forEach(child -> draw(child, rows, height, draw));
        }
    }

    private static Node node(ModeTree tree, Map<ModeTree, double[][]> weights, boolean top) {
        List<Node> children = new ArrayList<>();
        tree.children().forEach(child -> children.add(node(child, weights, false)));
        return new Node(Objects.requireNonNull(weights.get(tree)), children, top);
    }

    private static double numbers(ModeTree tree, int size, List<Integer> widths) {
        double entries = Math.pow(size, tree.modes().size());
        double sum = 2 * entries;
        for (ModeTree node : tree.innerNodes()) {
            int width = widths.get(node.height() - 1);
            for (ModeTree child : node.children()) {
                double own = child.isLeaf() ? 0 : widths.get(child.height() - 1);
                sum += 2 * Math.pow(size, child.modes().size()) * (width + own);
            }
        }
        List<ModeTree> halves = tree.children()
                .subList(tree.children().size() / 2, tree.children().size());
        double right = Math.pow(
                size, halves.stream().mapToInt(half -> half.modes().size()).sum());
        return sum + 2 * (2 * right + entries / right) * widths.get(widths.size() - 1);
    }

    /**
     * A target whose matrix with the modes of a child of the root as rows has singular values proportional to given
     * ones: the leaves have orthonormal columns, so their Khatri-Rao products have, and the inner weights are
     * orthogonal.
     *
     * @param tree of the modes
     * @param size d
     * @param values the ranks of all nodes are their number, at most d
     * @param norm of the tensor
     */
    static TreeFactorization orthonormal(
            ModeTree tree, int size, double[] values, double norm, SplittableRandom random) {
        List<Integer> widths = Collections.nCopies(tree.height(), values.length);
        TreeFactorization target = random(tree, size, widths, (rows, columns) -> {
            return columns == values.length || rows != values.length
                    ? Matrices.orthonormal(rows, columns, random)
                    : new double[rows][columns]; // the root's, which follow
        });
        double length = Math.sqrt(Matrices.dot(values, values));
        for (int r = 0; r < values.length; r++) {
            target.root.weights[r][0] = values[r] * norm / length;
        }
        target.multiply();
        return target;
    }

    /** By node, a node before those below it, left before right. */
    private void collect(Node node) {
        add(node.weights, node.byWeights);
        if (!node.children.isEmpty()) {
            inner.add(node);
        }
        node.children.forEach(this::collect);
    }

    @Override
    void multiply() {
        root.multiplyBelow();
        double[][] columns = right.product();
        for (int i = 0; i < scaled.length; i++) {
            for (int r = 0; r < scaled[i].length; r++) {
                scaled[i][r] = columns[i][r] * root.weights[r][0];
            }
        }
        Products.timesTransposed(left.product(), scaled, tensor);
    }

    @Override
    double[][] tensor() {
        return tensor;
    }

    @Override
    void differentiate(double[][] gradient) {
        Products.multiply(gradient, scaled, left.byProduct());
        Products.transposedTimes(gradient, left.product(), byScaled);
        for (double[] row : root.byWeights) {
            row[0] = 0;
        }
        double[][] columns = right.product();
        double[][] byColumns = right.byProduct();
        for (int i = 0; i < byScaled.length; i++) {
            for (int r = 0; r < byScaled[i].length; r++) {
                byColumns[i][r] = byScaled[i][r] * root.weights[r][0];
                root.byWeights[r][0] += byScaled[i][r] * columns[i][r];
            }
        }
        root.backBelow();
    }

    /**
     * The norms of the local components of an inner node: the norm of a row of its weights times those of its
     * children's columns; a new array.
     *
     * @param k the node's place in {@link ModeTree#innerNodes}, 0 for the root
     */
    double[] localNorms(int k) {
        Node node = inner.get(k);
        double[] norms = new double[node.weights.length];
        for (int r = 0; r < norms.length; r++) {
            norms[r] = Math.sqrt(Matrices.dot(node.weights[r], node.weights[r]));
        }
        node.children.forEach(child -> multiplyByNorms(child.weights, norms));
        return norms;
    }
}
