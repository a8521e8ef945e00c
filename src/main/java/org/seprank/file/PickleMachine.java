package org.seprank.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stack machine whose instructions a pickle is made of (Python's {@code pickletools} has the list). Time O(bytes):
 * no instruction looks into what others made, since keys hold nothing themselves.
 */
final class PickleMachine {
    private static final int HIGHEST_PROTOCOL = 5;
    private static final int BYTES_PER_CONTAINER = 200;
    private static final int BYTES_PER_MEMO = 64;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_NAMES = 3; // of a tuple that is a key

    private final PickleBytes in;
    private final Map<String, Pickle.Constructor> constructors;
    private final Pickle.PersistentIds ids;
    private final List<Object> stack = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>(); // only looked up, so its order is of no concern
    private long room = ReadLimits.roomFor(1);

    PickleMachine(PickleBytes in, Map<String, Pickle.Constructor> constructors, Pickle.PersistentIds ids) {
        this.in = in;
        this.constructors = constructors;
        this.ids = ids;
    }

    Object run() {
        for (int code = in.code(); code != '.'; code = in.code()) {
            step(code);
        }
        return pop();
    }

    private void step(int code) {
        switch (code) {
            case 0x80, 0x95 -> begin(code);
            case '(' -> marks.add(stack.size());
            case '0', '1', '2' -> discardOrDouble(code);
            case 'N', 0x88, 0x89, 'I', 'J', 'K', 'M', 'L', 'F', 'G', 0x8a, 0x8b -> push(number(code));
            case 'S', 'T', 'U', 'V', 'X', 0x8c, 0x8d -> push(text(code));
            case 'B' -> push(in.counted(4));
            case 'C' -> push(in.counted(1));
            case 0x8e, 0x96 -> push(in.counted(8));
            case ')', 't', 0x85, 0x86, 0x87 -> push(tuple(code));
            case ']', 'l', '}', 'd', 0x8f, 0x91 -> push(container(code));
            case 'a', 'e', 's', 'u', 0x90 -> fill(code);
            case 'c', 0x93, 'i', 'o', 'R', 0x81, 0x92 -> push(named(code));
            case 'b' -> build();
            case 'P' -> push(ids.load(in.line()));
            case 'Q' -> push(ids.load(pop()));
            case 'p', 'q', 'r', 0x94, 'g', 'h', 'j' -> remember(code);
            default -> throw new IllegalArgumentException("instruction " + code + " is not allowed");
        }
    }

    /** The protocol, or the length of what comes next. */
    private void begin(int code) {
        long number = in.unsigned(code == 0x80 ? 1 : 8);
        if (code == 0x80 && number > HIGHEST_PROTOCOL) {
            throw new IllegalArgumentException("protocol " + number + " is not in 0.." + HIGHEST_PROTOCOL);
        }
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object pop() {
        Object top = peek();
        stack.remove(stack.size() - 1);
        return top;
    }

    private int lastMark() {
        return marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
    }

    private Object peek() {
        if (stack.size() == lastMark()) {
            throw new IllegalArgumentException("an instruction finds nothing to work on");
        }
        return stack.get(stack.size() - 1);
    }

    /** What is above the last mark, which goes with it. */
    private List<Object> popMarked() {
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("an instruction finds no mark");
        }
        List<Object> above = stack.subList(marks.remove(marks.size() - 1), stack.size());
        List<Object> values = new ArrayList<>(above);
        above.clear();
        return values;
    }

    private void discardOrDouble(int code) {
        if (code == '2') {
            push(peek());
        } else if (code == '1' || (!marks.isEmpty() && lastMark() == stack.size())) {
            popMarked();
        } else {
            pop();
        }
    }

    private Object number(int code) {
        return switch (code) {
            case 'N' -> Pickle.None.NONE;
            case 0x88 -> true;
            case 0x89 -> false;
            case 'I' -> truthOrWhole();
            case 'J' -> in.signed();
            case 'K' -> (int) in.unsigned(1);
            case 'M' -> (int) in.unsigned(2);
            case 'L' -> in.wholeLine();
            case 0x8a -> in.whole(1);
            case 0x8b -> in.whole(4);
            case 'F' -> in.realLine();
            default -> in.real();
        };
    }

    /** Protocol 0 wrote truth values as 00 and 01. */
    private Object truthOrWhole() {
        int before = in.offset();
        Object value = in.wholeLine();
        boolean truth = in.offset() - before == 3 && (value.equals(0) || value.equals(1));
        return truth ? (Object) value.equals(1) : value;
    }

    private String text(int code) {
        return switch (code) {
            case 'S' -> in.quotedLine();
            case 'T' -> in.latin(4);
            case 'U' -> in.latin(1);
            case 'V' -> in.unicodeLine();
            case 'X' -> in.utf8(4);
            case 0x8c -> in.utf8(1);
            default -> in.utf8(8);
        };
    }

    private Object[] tuple(int code) {
        if (code == 't') {
            return popMarked().toArray();
        }
        Object[] values = new Object[code == ')' ? 0 : code - 0x84];
        for (int i = values.length - 1; i >= 0; i--) {
            values[i] = pop();
        }
        return values;
    }

    private void spend(int bytes) {
        room -= bytes;
        if (room < 0) {
            throw new IllegalArgumentException(
                    "it makes more than there is memory for (give Java more, as in SEPRANK_OPTS=-Xmx8g)");
        }
    }

    /** Texts and bytes may be copied by who gets them, again and again if they are remembered. */
    private void spendOn(Object given) {
        for (Object one : given instanceof Object[] several ? several : new Object[] {given}) {
            spend(one instanceof byte[] bytes ? bytes.length : one instanceof String text ? text.length() : 0);
        }
    }

    private Object container(int code) {
        spend(BYTES_PER_CONTAINER);
        return switch (code) {
            case ']' -> new ArrayList<>(1);
            case 'l' -> popMarked();
            case '}' -> new LinkedHashMap<>(1);
            case 'd' -> put(new LinkedHashMap<>(), popMarked());
            case 0x8f -> new LinkedHashSet<>();
            default -> add(new LinkedHashSet<>(), popMarked());
        };
    }

    @SuppressWarnings("unchecked") // lists, dictionaries and sets of a pickle take any object
    private void fill(int code) {
        List<Object> values = new ArrayList<>(1);
        if (code == 'a') {
            values.add(pop());
        } else if (code == 's') {
            Object value = pop();
            values.addAll(List.of(pop(), value));
        } else {
            values = popMarked();
        }
        Object target = peek();
        if (target instanceof List<?> list && (code == 'a' || code == 'e')) {
            ((List<Object>) list).addAll(values);
        } else if (target instanceof Map<?, ?> map && (code == 's' || code == 'u')) {
            put((Map<Object, Object>) map, values);
        } else if (target instanceof Set<?> set && code == 0x90) {
            add((Set<Object>) set, values);
        } else {
            throw new IllegalArgumentException("it fills what is no list, dictionary or set");
        }
    }

    private static Map<Object, Object> put(Map<Object, Object> map, List<Object> pairs) {
        if (pairs.size() % 2 != 0) {
            throw new IllegalArgumentException("a key has no value");
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            map.put(key(pairs.get(i)), pairs.get(i + 1));
        }
        return map;
    }

    private static Set<Object> add(Set<Object> set, List<Object> values) {
        values.forEach(value -> set.add(key(value)));
        return set;
    }

    private static Object key(Object value) {
        if (value instanceof Number
                || value instanceof String
                || value instanceof Boolean
                || value == Pickle.None.NONE) {
            return value;
        }
        boolean names = value instanceof Object[] tuple
                && tuple.length <= MOST_NAMES
                && Arrays.stream(tuple).allMatch(String.class::isInstance);
        if (names) {
            return List.of((Object[]) value);
        }
        throw new IllegalArgumentException("a key is neither a number nor a text");
    }

    /** Something with a name, or what is made of it. */
    private Object named(int code) {
        return switch (code) {
            case 'c' -> constructor(in.line(), in.line());
            case 0x93 -> {
                Object name = pop();
                yield constructor(pop(), name);
            }
            case 'i' -> made(constructor(in.line(), in.line()), popMarked().toArray());
            case 'o' -> {
                Object[] all = popMarked().toArray();
                yield made(
                        all.length == 0 ? all : all[0], Arrays.copyOfRange(all, Math.min(1, all.length), all.length));
            }
            default -> {
                if (code == 0x92 && !(pop() instanceof Map<?, ?> words && words.isEmpty())) {
                    throw new IllegalArgumentException("it names arguments");
                }
                Object arguments = pop();
                yield made(pop(), arguments);
            }
        };
    }

    private Pickle.Constructor constructor(Object module, Object name) {
        String full = module instanceof String && name instanceof String ? module + "." + name : "no text";
        Pickle.Constructor constructor = constructors.get(full);
        if (constructor == null) {
            String shown = full.length() > LONGEST_NAME ? full.substring(0, LONGEST_NAME) + ".." : full;
            throw new IllegalArgumentException("it names the class '" + shown + "', which is not allowed");
        }
        return constructor;
    }

    private Object made(Object maker, Object arguments) {
        if (maker instanceof Pickle.Constructor constructor && arguments instanceof Object[] given) {
            spendOn(given);
            return constructor.construct(given);
        }
        throw new IllegalArgumentException("it calls what is no constructor");
    }

    private void build() {
        Object state = pop();
        if (!(peek() instanceof Pickle.Stateful target)) {
            throw new IllegalArgumentException("it sets the state of an object that has none");
        }
        spendOn(state);
        target.setState(state);
    }

    private void remember(int code) {
        int key = switch (code) {
            case 'p', 'g' -> in.wholeLine() instanceof Integer number ? number : -1;
            case 'q', 'h' -> (int) in.unsigned(1);
            case 'r', 'j' -> in.signed();
            default -> memo.size();
        };
        if (code == 'g' || code == 'h' || code == 'j') {
            Object known = memo.get(key);
            if (known == null) {
                throw new IllegalArgumentException("it recalls " + key + ", which it has not remembered");
            }
            push(known);
        } else {
            spend(BYTES_PER_MEMO);
            memo.put(key, peek());
        }
    }
}
