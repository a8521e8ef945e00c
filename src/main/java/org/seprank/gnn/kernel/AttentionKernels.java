package org.seprank.gnn.kernel;

/**
 * Attention over neighbours with several heads. The transformed vertices are rows {@code j * groups + offset + h} of a
 * block, h the head; coefficients are stored entry by entry, heads side by side: {@code alpha[k * heads + h]}.
 *
 * @param <B> {@code float[]} or {@code double[]}
 */
public interface AttentionKernels<B> {
    /** The slope of the leaky rectifier inside attention. */
    double LEAK = 0.2;

    /**
     * How heads lie in a block.
     *
     * @param count the number of heads
     * @param groups parts per vertex
     * @param offset the first part that belongs to a head
     */
    record Heads(int count, int groups, int offset) {
        /** The row of head h of vertex j. */
        public int row(int j, int h) {
            return j * groups + offset + h;
        }
    }

    /** {@code s[i * heads + h] = <x_row(i, h), a_h>}, a: [heads, width]. */
    void project(Heads heads, Matrix<B> x, Matrix<B> a, B s);

    /** {@code gx_row(i, h) += gs_ih a_h} and {@code ga_h += sum_i gs_ih x_row(i, h)}. */
    void projectBack(Heads heads, Projection<B> at, B gs, Projection<B> gradient);

    /** GAT: {@code score_kh = leaky(left_ih + right_jh)} (arXiv 1710.10903, eq. 3). */
    void sumScores(Csr pattern, int heads, Sides<B> sides, B scores);

    /** Adds the gradients of both sides. */
    void sumScoresBack(Csr pattern, int heads, Scores<B> at, Sides<B> gradient);

    /** GATv2: {@code score_kh = <a_h, leaky(x_left(i, h) + x_right(j, h))>} (arXiv 2105.14491, eq. 7). */
    void pairScores(Csr pattern, Pair pair, Projection<B> at, B scores);

    /** Adds the gradients of x and a. */
    void pairScoresBack(Csr pattern, Pair pair, GradientPair<B> at, B gscores);

    /**
     * GATv2 with edges: {@code score_kh = <a_h, leaky(x_left(i, h) + x_right(j, h) + t_row(k, h))>}. The terms t have
     * the rows {@code e * heads + h} for the edges e of the pattern's entries, and after those of all edges such rows
     * for the entries of each vertex with itself.
     */
    void edgeScores(Csr pattern, Pair pair, Projection<B> at, Matrix<B> terms, B scores);

    /** Adds the gradients of x, a and the terms. */
    void edgeScoresBack(Csr pattern, Pair pair, GradientPair<B> at, Terms<B> terms, B gscores);

    /** Softmax of scores over each row, in place. */
    void softmax(Csr pattern, int heads, B scores);

    /** Replaces the gradient of alpha by that of the scores. */
    void softmaxBack(Csr pattern, int heads, B alpha, B galpha);

    /** {@code y_(i, h) = sum_k alpha_kh a_k x_row(j, h)}, y: [n * heads, width]. */
    void attend(Operator<B> a, Heads heads, Attended<B> at, Matrix<B> y);

    /**
     * {@code gx_row(j, h) += alpha_kh a_k gy_(i, h)} and {@code galpha_kh = <gy_(i, h), x_row(j, h)>}, a_k left out.
     */
    void attendBack(Operator<B> a, Heads heads, Attended<B> at, AttendedGradient<B> gradient);

    /** {@code out_k += sum_h left_kh right_kh} over numbers per entry and head. */
    void addEntrySums(Csr pattern, int heads, Sides<B> factors, B out);

    /** {@code galpha_kh *= a_k}. */
    void scaleEntries(Operator<B> a, int heads, B galpha);

    /**
     * A block and one vector per head.
     *
     * @param <B> {@code float[]} or {@code double[]}
     * @param x vertices
     * @param a [heads, width]
     */
    record Projection<B>(Matrix<B> x, Matrix<B> a) {}

    /**
     * A projection and where its gradient goes.
     *
     * @param <B> {@code float[]} or {@code double[]}
     * @param value x and a
     * @param gradient of x and a
     */
    record GradientPair<B>(Projection<B> value, Projection<B> gradient) {}

    /**
     * What edges add to scores, and where its gradient goes.
     *
     * @param <B> {@code float[]} or {@code double[]}
     * @param value t
     * @param gradient added to
     */
    record Terms<B>(Matrix<B> value, Matrix<B> gradient) {}

    /**
     * The rows of one score.
     *
     * @param head of a
     * @param left of x, the vertex that receives
     * @param right of x, the vertex that sends
     * @param edge of the terms
     */
    record Meeting(int head, int left, int right, int edge) {}

    /**
     * Two numbers per head, of vertices or entries.
     *
     * @param <B> {@code float[]} or {@code double[]}
     * @param left of the vertex that receives
     * @param right of the vertex that sends
     */
    record Sides<B>(B left, B right) {}

    /**
     * Scores' inputs and their gradient.
     *
     * @param <B> {@code float[]} or {@code double[]}
     * @param sides the inputs
     * @param gradient per entry and head
     */
    record Scores<B>(Sides<B> sides, B gradient) {}

    /**
     * The parts of a block that receive and that send.
     *
     * @param left receiving
     * @param right sending
     */
    record Pair(Heads left, Heads right) {}

    /**
     * Coefficients and what they weigh.
     *
     * @param <B> {@code float[]} or {@code double[]}
     * @param alpha per entry and head
     * @param x vertices
     */
    record Attended<B>(B alpha, Matrix<B> x) {}

    /**
     * Gradients of an attended sum.
     *
     * @param <B> {@code float[]} or {@code double[]}
     * @param gy given
     * @param gx added to
     * @param galpha overwritten
     */
    record AttendedGradient<B>(Matrix<B> gy, Matrix<B> gx, B galpha) {}
}
