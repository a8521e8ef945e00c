package org.seprank.graph;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The edges of one vertex in one or both directions. */
final class EdgeRows extends AbstractSet<Integer> {
    private final int vertex;
    private final List<Adjacency> directions;

    EdgeRows(int vertex, Adjacency... directions) {
        this.vertex = vertex;
        this.directions = List.of(directions);
    }

    @Override
    public Iterator<Integer> iterator() {
        return new RowIterator(vertex, directions.iterator());
    }

    @Override
    public int size() {
        int size = 0;
        for (Adjacency rows : directions) {
            size += rows.degree(vertex);
        }
        return size;
    }

    /** Runs through the rows of one vertex. */
    private static final class RowIterator implements Iterator<Integer> {
        private final int vertex;
        private final Iterator<Adjacency> directions;
        private int[] edges = new int[0];
        private int at;
        private int end;

        RowIterator(int vertex, Iterator<Adjacency> directions) {
            this.vertex = vertex;
            this.directions = directions;
        }

        @Override
        public boolean hasNext() {
            while (at == end && directions.hasNext()) {
                Adjacency rows = directions.next();
                edges = rows.edges();
                at = rows.offsets()[vertex];
                end = rows.offsets()[vertex + 1];
            }
            return at < end;
        }

        @Override
        public Integer next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return edges[at++];
        }
    }
}
