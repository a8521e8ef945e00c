package org.seprank.study;

/** Words of command lines. */
public final class ShellWord {
    private ShellWord() {}

    /** The word as a shell takes it, in quotes where it needs them. */
    public static String quoted(String word) {
        return word.matches("[\\w%+,./:=@-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
