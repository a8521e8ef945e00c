package org.seprank.cli;

import java.io.IOException;
import java.util.Optional;
import org.seprank.report.Document;
import org.seprank.study.Context;
import org.seprank.study.Study;

/**
 * A command of a {@link CommandExtension} that asks one question; the forms of its answer are those of all commands.
 */
public abstract class ExtensionCommand extends StudyCommand {
    /** One that speaks to this console. */
    protected ExtensionCommand(Console console) {
        super(console);
    }

    /** What the options ask. Reads no input that is to be read by the study. */
    protected abstract Study asked() throws IOException;

    /** How long and how large the work would be; empty where the study's own estimate says it. */
    protected Optional<Document> expected(Context context) throws IOException {
        return Optional.empty();
    }

    @Override
    final Study study() throws IOException {
        return asked();
    }

    @Override
    final boolean isBatched() {
        return false;
    }

    @Override
    final Document estimate(Context context) throws IOException {
        Optional<Document> expected = expected(context);
        return expected.isPresent() ? expected.get() : super.estimate(context);
    }
}
