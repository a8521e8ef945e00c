package org.seprank.cli;

import java.util.Optional;
import java.util.ServiceLoader;
import picocli.CommandLine;

/**
 * A command that comes with another jar. Those on the class path are found by {@link ServiceLoader}; the program's own
 * command of the same name stands in for one that is not there.
 */
public interface CommandExtension {
    /** The word by which it is called. */
    String name();

    /** The command with those below it. */
    CommandLine line(Console console);

    /** The command of a name, if it is on the class path. */
    static Optional<CommandLine> find(String name, Console console) {
        return ServiceLoader.load(CommandExtension.class, CommandExtension.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(extension -> extension.name().equals(name))
                .findFirst()
                .map(extension -> extension.line(console));
    }
}
