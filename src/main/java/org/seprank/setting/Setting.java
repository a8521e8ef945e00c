package org.seprank.setting;

/**
 * Something about a laboratory that can be set.
 *
 * @param key its name, such as "rank"
 * @param standard the value it has otherwise
 * @param meaning what it is, in a few words
 */
public record Setting(String key, String standard, String meaning) {}
