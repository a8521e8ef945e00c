package org.seprank.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The reader's browser. */
final class Browser {
    private Browser() {}

    /**
     * Asks the system to show a page.
     *
     * @return whether it could be asked; not where there is no screen
     */
    static boolean shows(Path page) {
        List<String> command = command(System.getProperty("os.name", ""), System.getenv());
        if (command.isEmpty()) {
            return false;
        }
        try {
            new ProcessBuilder(with(command, page.toAbsolutePath().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false; // the system has no such program
        }
    }

    private static List<String> with(List<String> command, String page) {
        return Stream.concat(command.stream(), Stream.of(page)).toList();
    }

    /** What shows a page on a system, without the page; empty where nothing can. */
    static List<String> command(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        if (name.startsWith("mac")) {
            return List.of("open");
        }
        boolean screen = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return screen ? List.of("xdg-open") : List.of();
    }
}
