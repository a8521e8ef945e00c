import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles {@code org.seprank.browser.Engine} and what it uses to JavaScript, unless no source is newer than that. Run
 * by the build with TeaVM on the class path and {@code PROJECT CLASSES ENGINE.js}, CLASSES being the class path of the
 * program. Classes of {@code src/browser} take the place of those of the program with the same name.
 */
public final class EngineBuild {
    private final Path project;
    private final String program;
    private final Path engine;

    private EngineBuild(Path project, String program, Path engine) {
        this.project = project;
        this.program = program;
        this.engine = engine;
    }

    public static void main(String[] args) throws IOException, TeaVMToolException {
        EngineBuild build = new EngineBuild(Path.of(args[0]), args[1], Path.of(args[2]));
        if (build.isStale()) {
            build.run();
        }
    }

    private boolean isStale() throws IOException {
        if (!Files.exists(engine)) {
            return true;
        }
        long built = Files.getLastModifiedTime(engine).toMillis();
        for (String room : List.of("graph", "linear", "live", "rank", "rewire", "separation", "walk", "work")) {
            if (latest(project.resolve("src/main/java/org/seprank").resolve(room)) > built) {
                return true;
            }
        }
        return latest(project.resolve("src/browser")) > built || latest(project.resolve("pom.xml")) > built;
    }

    private static long latest(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        }
    }

    private void run() throws IOException, TeaVMToolException {
        Path classes = Files.createTempDirectory("browser-classes");
        String tools = System.getProperty("java.class.path");
        List<String> words = new ArrayList<>(
                List.of("-nowarn", "--release", "17", "-proc:none", "-encoding", "UTF-8", "-d", classes.toString()));
        words.addAll(List.of("-cp", program + File.pathSeparator + tools));
        try (Stream<Path> files = Files.walk(project.resolve("src/browser/java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(words::add);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new)) != 0) {
            System.exit(1);
        }
        compile(classes + File.pathSeparator + program + File.pathSeparator + tools);
        try (Stream<Path> files = Files.walk(classes)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
    }

    private void compile(String path) throws IOException, TeaVMToolException {
        List<File> places =
                Arrays.stream(path.split(File.pathSeparator)).map(File::new).toList();
        TeaVMTool tool = new TeaVMTool();
        tool.setMainClass("org.seprank.browser.Engine");
        tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
        tool.setOptimizationLevel(TeaVMOptimizationLevel.FULL);
        tool.setObfuscated(true);
        tool.setTargetDirectory(engine.toAbsolutePath().getParent().toFile());
        tool.setTargetFileName(engine.getFileName().toString());
        tool.setClassPath(places);
        URL[] urls = places.stream().map(EngineBuild::url).toArray(URL[]::new);
        try (Loader loader = new Loader(urls)) {
            tool.setClassLoader(loader);
            tool.generate();
        }
        List<Problem> problems = tool.getProblemProvider().getSevereProblems();
        if (!problems.isEmpty()) {
            problems.forEach(problem -> System.err.println("error: " + problem.getText() + " "
                    + Arrays.toString(problem.getParams()) + " in " + problem.getLocation()));
            Files.deleteIfExists(engine);
            System.exit(1);
        }
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Finds what TeaVM compiles in the order of the places; its own classes of that name are further back. */
    private static final class Loader extends URLClassLoader {
        Loader(URL[] places) {
            super(places, EngineBuild.class.getClassLoader());
        }

        @Override
        public URL getResource(String name) {
            URL own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }
    }
}
