package org.seprank.lab.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A tree whose leaves are the modes 1..N of a tensor, each once, in any order; an inner node stands for the modes below
 * it. Written with brackets, {@code ((1,2),(3,4))}. A single bracket around all modes is a sum of outer products.
 *
 * @param mode of a leaf; 0 of an inner node
 * @param children in order; at least two, none of a leaf
 */
record ModeTree(int mode, List<ModeTree> children) {
    private static final int MOST = 64;

    /** Keeps the order. */
    ModeTree {
        children = List.copyOf(children);
        if (mode < 0 || (mode == 0) == (children.size() < 2)) {
            throw new IllegalArgumentException(
                    "a node of mode " + mode + " with " + children.size() + " children; an inner node has two or more");
        }
    }

    /**
     * The tree that is written so.
     *
     * @throws IllegalArgumentException if brackets do not match, a node has one child, or the modes are not 1..N
     */
    static ModeTree parsed(String text) {
        Parser parser = new Parser(text.replace(" ", ""));
        ModeTree tree = parser.node();
        List<Integer> modes = tree.modes();
        if (parser.position != parser.text.length()
                || tree.isLeaf()
                || modes.size() > MOST
                || new TreeSet<>(modes).size() != modes.size()
                || modes.stream().anyMatch(mode -> mode < 1 || mode > modes.size())) {
            throw new IllegalArgumentException("tree '" + text + "' is not one over modes 1..N, each once, N in 2.."
                    + MOST + ", such as ((1,2),(3,4))");
        }
        return tree;
    }

    /** Reads from left to right. */
    private static final class Parser {
        private final String text;
        private int position;

        Parser(String text) {
            this.text = text;
        }

        ModeTree node() {
            if (!at('(')) {
                return new ModeTree(number(), List.of());
            }
            List<ModeTree> children = new ArrayList<>();
            do {
                position++;
                children.add(node());
            } while (at(','));
            if (!at(')')) {
                throw new IllegalArgumentException("tree '" + text + "' lacks ) at " + position);
            }
            position++;
            return new ModeTree(0, children);
        }

        private boolean at(char wanted) {
            return position < text.length() && text.charAt(position) == wanted;
        }

        private int number() {
            int begin = position;
            while (position < text.length() && position < begin + 3 && Character.isDigit(text.charAt(position))) {
                position++;
            }
            if (begin == position) {
                throw new IllegalArgumentException("tree '" + text + "' lacks a mode at " + position);
            }
            return Integer.parseInt(text.substring(begin, position));
        }
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    /** The modes at the leaves, from left to right. */
    List<Integer> modes() {
        return isLeaf()
                ? List.of(mode)
                : children.stream().flatMap(child -> child.modes().stream()).toList();
    }

    /** The number of edges to the farthest leaf. */
    int height() {
        return isLeaf()
                ? 0
                : 1 + children.stream().mapToInt(ModeTree::height).max().orElse(0);
    }

    /** The inner nodes, a node before those below it. */
    List<ModeTree> innerNodes() {
        List<ModeTree> nodes = new ArrayList<>();
        if (!isLeaf()) {
            nodes.add(this);
            children.forEach(child -> nodes.addAll(child.innerNodes()));
        }
        return nodes;
    }

    /** As a set of modes, such as {1,2}. */
    String name() {
        return modes().stream().sorted().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
