package org.seprank.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.seprank.measure.BeforeAfter;
import org.seprank.measure.Group;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The groups of measures on the command line: names separated by commas, all, or main for those that say most. */
final class GroupNames implements Iterable<String>, ITypeConverter<GroupNames.Chosen> {
    /**
     * The groups that were named.
     *
     * @param groups in no order of their own
     */
    record Chosen(Set<Group> groups) {
        /** Copies the set. */
        Chosen {
            groups = Set.copyOf(groups);
        }

        static Chosen all() {
            return new Chosen(Group.all());
        }

        static Chosen none() {
            return new Chosen(Set.of());
        }
    }

    @Override
    public Iterator<String> iterator() {
        return Stream.concat(
                        Stream.of("all", "main"), Arrays.stream(Group.values()).map(Group::id))
                .iterator();
    }

    @Override
    public Chosen convert(String names) {
        try {
            return new Chosen(names.strip().equals("main") ? BeforeAfter.mainGroups() : Group.parse(names));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
