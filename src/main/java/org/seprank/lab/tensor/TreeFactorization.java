package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.seprank.lab.numeric.Gemm;
import org.seprank.lab.numeric.Matrices;

/**
 * A hierarchical tensor factorization over the perfect binary tree (Razin, Maman and Cohen, arXiv 2201.11729): leaf n
 * has weights [d, R], an inner node [R, R'] maps the products of its children's vectors to R' vectors, and the root's
 * is a single column. The rank of the matrix with the modes of a node as rows is at most its width. Not safe for use by
 * several threads.
 */
final class TreeFactorization implements TensorFactorization {
    private final Node root;
    private final Node left;
    private final Node right;
    private final List<Node> nodes = new ArrayList<>();
    private final List<double[][]> parameters = new ArrayList<>();
    private final List<double[][]> gradients = new ArrayList<>();
    private final double[][] scaled; // the right child's columns times the root's weights
    private final double[][] byScaled;
    private final double[][] tensor;

    private TreeFactorization(Node root) {
        this.root = root;
        this.left = root.children.get(0);
        this.right = root.children.get(1);
        collect(root);
        this.scaled = new double[right.vectors.length][right.vectors[0].length];
        this.byScaled = new double[right.vectors.length][right.vectors[0].length];
        this.tensor = new double[left.vectors.length][right.vectors.length];
        multiply();
    }

    /**
     * A node: its weights, its vectors as columns [entries, R'], and the Khatri-Rao product of its children's vectors.
     */
    private static final class Node {
        private final List<Node> children;
        private final double[][] weights;
        private final double[][] byWeights;
        private final double[][] vectors;
        private final double[][] byVectors;
        private final double[][] products;
        private final double[][] byProducts;

        Node(double[][] weights, List<Node> children) {
            this.weights = weights;
            this.children = children;
            this.byWeights = new double[weights.length][weights[0].length];
            boolean leaf = children.isEmpty();
            int entries = leaf ? weights.length : children.get(0).vectors.length * children.get(1).vectors.length;
            this.vectors = leaf ? weights : new double[entries][weights[0].length];
            this.byVectors = leaf ? byWeights : new double[entries][weights[0].length];
            this.products = leaf ? new double[0][] : new double[entries][weights.length];
            this.byProducts = leaf ? new double[0][] : new double[entries][weights.length];
        }

        void multiply() {
            if (!children.isEmpty()) {
                children.forEach(Node::multiply);
                KhatriRao.product(children.get(0).vectors, children.get(1).vectors, products);
                Gemm.multiply(products, weights, vectors);
            }
        }

        void back() {
            if (!children.isEmpty()) {
                Gemm.transposedTimes(products, byVectors, byWeights);
                Gemm.timesTransposed(byVectors, weights, byProducts);
                KhatriRao.back(
                        byProducts,
                        children.get(0).vectors,
                        children.get(1).vectors,
                        children.get(0).byVectors,
                        children.get(1).byVectors);
                children.forEach(Node::back);
            }
        }
    }

    /**
     * Independent normal parameters.
     *
     * @param order 2, 4, 8, ..
     * @param size d
     * @param widths of the nodes above the leaves, then of those above them, .., the root's last
     * @param deviation of the parameters
     */
    static TreeFactorization random(
            int order, int size, List<Integer> widths, double deviation, SplittableRandom random) {
        check(order, size, widths);
        List<Node> level = new ArrayList<>();
        for (int n = 0; n < order; n++) {
            level.add(new Node(Matrices.gaussian(size, widths.get(0), deviation, random), List.of()));
        }
        for (int h = 0; h < widths.size(); h++) {
            int out = h + 1 < widths.size() ? widths.get(h + 1) : 1;
            List<Node> above = new ArrayList<>();
            for (int n = 0; n < level.size(); n += 2) {
                above.add(innerNode(Matrices.gaussian(widths.get(h), out, deviation, random), level, n));
            }
            level = above;
        }
        return new TreeFactorization(level.get(0));
    }

    private static Node innerNode(double[][] weights, List<Node> below, int first) {
        return new Node(weights, List.of(below.get(first), below.get(first + 1)));
    }

    /**
     * A target of order 4 whose matrix of modes {1, 2} has singular values proportional to given ones: the leaves have
     * orthonormal columns, so their Khatri-Rao products have, and the inner weights are orthogonal.
     *
     * @param size d
     * @param values the ranks of all nodes are their number, at most d
     * @param norm of the tensor
     */
    static TreeFactorization orthonormal(int size, double[] values, double norm, SplittableRandom random) {
        int rank = values.length;
        List<Node> leaves = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            leaves.add(new Node(Matrices.orthonormal(size, rank, random), List.of()));
        }
        Node first = innerNode(Matrices.orthonormal(rank, rank, random), leaves, 0);
        Node second = innerNode(Matrices.orthonormal(rank, rank, random), leaves, 2);
        double length = Math.sqrt(Matrices.dot(values, values));
        double[][] top = new double[rank][1];
        for (int r = 0; r < rank; r++) {
            top[r][0] = values[r] * norm / length;
        }
        return new TreeFactorization(new Node(top, List.of(first, second)));
    }

    private static void check(int order, int size, List<Integer> widths) {
        if (order < 2 || 1 << widths.size() != order) {
            throw new IllegalArgumentException(
                    "order " + order + " with " + widths.size() + " widths is not 2, 4, 8 .. with 1, 2, 3 ..");
        }
        double entries = Math.pow(size, order / 2.0);
        if (entries * entries
                        + 4 * entries * widths.stream().mapToInt(w -> w).max().orElse(1)
                > 3e7) {
            throw new IllegalArgumentException(
                    "size^order = " + entries * entries + " entries with widths " + widths + " take more than 240 MB");
        }
    }

    private void collect(Node node) {
        nodes.add(node);
        parameters.add(node.weights);
        gradients.add(node.byWeights);
        node.children.forEach(this::collect);
    }

    private void multiply() {
        left.multiply();
        right.multiply();
        for (int i = 0; i < scaled.length; i++) {
            for (int r = 0; r < scaled[i].length; r++) {
                scaled[i][r] = right.vectors[i][r] * root.weights[r][0];
            }
        }
        Gemm.timesTransposed(left.vectors, scaled, tensor);
    }

    @Override
    public double[][] tensor() {
        return tensor;
    }

    @Override
    public void differentiate(double[][] gradient) {
        Gemm.multiply(gradient, scaled, left.byVectors);
        Gemm.transposedTimes(gradient, left.vectors, byScaled);
        for (double[] row : root.byWeights) {
            row[0] = 0;
        }
        for (int i = 0; i < byScaled.length; i++) {
            for (int r = 0; r < byScaled[i].length; r++) {
                right.byVectors[i][r] = byScaled[i][r] * root.weights[r][0];
                root.byWeights[r][0] += byScaled[i][r] * right.vectors[i][r];
            }
        }
        left.back();
        right.back();
    }

    @Override
    public void step(DoubleUnaryOperator rule) {
        Steps.take(parameters, gradients, rule);
        multiply();
    }

    @Override
    public List<double[][]> parameters() {
        return parameters;
    }

    @Override
    public List<double[][]> gradients() {
        return gradients;
    }

    /** The root's local components, {@code |o_r| Π_c ‖w_r^c‖} over its children c; a new array. */
    double[] rootNorms() {
        return localNorms(root);
    }

    /** The local components of the node of modes {1 .. order/2}: row norm times the children's column norms. */
    double[] leftNorms() {
        return localNorms(left);
    }

    private static double[] localNorms(Node node) {
        double[] first = Steps.squaredColumns(node.children.get(0).weights);
        double[] second = Steps.squaredColumns(node.children.get(1).weights);
        double[] norms = new double[first.length];
        for (int r = 0; r < norms.length; r++) {
            double row = Matrices.dot(node.weights[r], node.weights[r]);
            norms[r] = Math.sqrt(first[r] * second[r] * row);
        }
        return norms;
    }
}
