package org.seprank.rewire.feature;

import java.util.List;
import org.seprank.rewire.edit.Edit;
import org.seprank.rewire.edit.EditList;

/**
 * Additions and removals in turns, so that any prefix has as near as can be the same share of additions; where one kind
 * is at its end the other goes on.
 *
 * @param share of additions, in 0..1; at 0 nothing is added, at 1 nothing removed
 */
record Turns(double share) {
    /** Edits of one kind in their order. */
    interface Order {
        int size();

        /** Appends the i-th. */
        void append(int i, EditList.Builder edits);
    }

    Turns {
        checkShare(share);
    }

    /** @throws IllegalArgumentException if a share is not in 0..1 */
    static void checkShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share of additions " + share + " is not in 0..1");
        }
    }

    /** Pairs that are added or removed, with their scores. */
    static Order of(Edit.Kind kind, List<ScoredPair> pairs) {
        return new Order() {
            @Override
            public int size() {
                return pairs.size();
            }

            @Override
            public void append(int i, EditList.Builder edits) {
                ScoredPair pair = pairs.get(i);
                edits.add(new Edit(kind, pair.u(), pair.v())).scored(pair.score());
            }
        };
    }

    /** The first edits. */
    EditList edits(Order additions, Order removals, int count) {
        EditList.Builder edits = EditList.builder();
        int most = share == 0 ? 0 : additions.size();
        int least = share == 1 ? 0 : removals.size();
        int added = 0;
        int removed = 0;
        while (edits.size() < count && added + removed < most + least) {
            boolean addsNext = added < share * (added + removed + 1);
            if (added < most && (addsNext || removed == least)) {
                additions.append(added++, edits);
            } else {
                removals.append(removed++, edits);
            }
        }
        return edits.build();
    }
}
