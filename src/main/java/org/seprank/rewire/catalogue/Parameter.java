package org.seprank.rewire.catalogue;

/**
 * A parameter of a method.
 *
 * @param name as in {@code --set name=value}
 * @param usual its value where none is given
 * @param meaning what it is, with its range
 */
public record Parameter(String name, String usual, String meaning) {}
