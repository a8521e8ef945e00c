package org.seprank.study.experiment.curves;

import java.util.Map;
import org.seprank.rewire.RemovalRules;
import org.seprank.rewire.catalogue.Method;
import org.seprank.rewire.catalogue.MethodSetting;
import org.seprank.rewire.catalogue.Methods;

/**
 * A method that removes edges: one of the catalogue, or one whose order depends on the depth, such as {@code wis}, with
 * K behind its name: the catalogue's at depth K + 1 whatever the network is.
 *
 * @param id as it was named
 * @param method of the catalogue
 * @param walks K; 0: one less than the depth of the network
 */
record RemovalMethod(String id, Method method, int walks) {
    /**
     * The method of that name.
     *
     * @throws IllegalArgumentException if there is none, or it does not only remove
     */
    static RemovalMethod named(String id) {
        if (id.matches("[a-z]+[1-9]")) {
            Method method = Methods.named(id.substring(0, id.length() - 1));
            if (method.byDepth()) {
                return new RemovalMethod(id, method, id.charAt(id.length() - 1) - '0');
            }
        }
        Method method = Methods.named(id);
        if (!method.onlyRemoves()) {
            throw new IllegalArgumentException("method " + id + " does not only remove edges");
        }
        return new RemovalMethod(id, method, 0);
    }

    /** Whether it is a kind of walk index sparsification. */
    boolean byWalkIndex() {
        return method.byDepth();
    }

    /** Whether its order depends on the trained network. */
    boolean trained() {
        return method.needsLabels();
    }

    /** The name of its order: equal orders have equal names. */
    String orderName(int depth, long seed) {
        return method.byDepth() ? name(depth) : id + ", seed " + seed;
    }

    /** The name it has for networks of that depth, such as 2-WIS. */
    String name(int depth) {
        return method.byDepth() ? method.order(prepared(depth)) : id;
    }

    private int prepared(int depth) {
        return walks == 0 ? depth : walks + 1;
    }

    /** With which it is asked for networks of that depth. */
    MethodSetting setting(int depth, long seed) {
        return MethodSetting.of(seed, prepared(depth));
    }

    /** The usual values of a trained method's parameters with another number of epochs. */
    MethodSetting trainedSetting(int depth, long seed, int epochs) {
        return new MethodSetting(seed, depth, RemovalRules.defaults(), Map.of("epochs", Integer.toString(epochs)));
    }
}
