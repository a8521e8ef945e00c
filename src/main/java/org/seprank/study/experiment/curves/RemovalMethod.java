package org.seprank.study.experiment.curves;

import java.util.Map;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.Sparsifier;
import org.seprank.rewire.catalogue.Catalogue;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.Setting;

/**
 * A method that removes edges: one of the catalogue, or {@code wisK} for K-WIS, the catalogue's {@code wis} at depth K
 * + 1 whatever the network is.
 *
 * @param id as it was named
 * @param method of the catalogue
 * @param walks K; 0: one less than the depth of the network
 */
record RemovalMethod(String id, Method method, int walks) {
    private static final String WIS = "wis";

    /**
     * The method of that name.
     *
     * @throws IllegalArgumentException if there is none, or it does not only remove
     */
    static RemovalMethod named(String id) {
        if (id.matches(WIS + "[1-9]")) {
            return new RemovalMethod(id, Catalogue.named(WIS), id.charAt(WIS.length()) - '0');
        }
        Method method = Catalogue.named(id);
        if (!method.onlyRemoves()) {
            throw new IllegalArgumentException("method " + id + " does not only remove edges");
        }
        return new RemovalMethod(id, method, 0);
    }

    /** Whether its order depends on the trained network. */
    boolean trained() {
        return method instanceof Method.Trained;
    }

    /** The name of its order: equal orders have equal names. */
    String orderName(int depth, long seed) {
        return method.id().equals(WIS) ? walks(depth) + "-WIS" : id + ", seed " + seed;
    }

    /** K. */
    int walks(int depth) {
        return walks == 0 ? depth - 1 : walks;
    }

    /** What decides, where nothing is trained. */
    Sparsifier sparsifier(int depth, long seed) {
        int prepared = method.id().equals(WIS) ? walks(depth) + 1 : depth;
        return ((Method.Removal) method).with(Setting.of(seed, prepared));
    }

    /** The usual values of a trained method's parameters with another number of epochs. */
    Setting trainedSetting(int depth, long seed, int epochs) {
        Map<String, String> values = Map.of("epochs", Integer.toString(epochs));
        return ((Method.Trained) method).completed(new Setting(seed, depth, RemovalRules.defaults(), values));
    }
}
