// Runs the project as its own class path allows, and weighs that class path.
List<File> jars = new File(basedir, 'target/run.classpath').text.split(File.pathSeparator).collect { new File(it) }
long bytes = jars.sum { it.length() }
assert bytes <= 12_000_000 : "the class path has ${bytes} bytes: ${jars*.name}"
assert !jars.any { it.name.contains('slf4j') } : "a consumer gets a logging library: ${jars*.name}"

List<String> command = [
    new File(System.getProperty('java.home'), 'bin/java').path,
    '-cp', ([new File(basedir, 'target/classes')] + jars).join(File.pathSeparator),
    'org.example.Consumer', new File(basedir, '../../../graphs/karate.graphml').path]
Process process = new ProcessBuilder(command).redirectErrorStream(true).start()
String said = process.inputStream.text
assert process.waitFor() == 0 : said
assert said.readLines() == [
    'walk index 997', 'bounds hold true', 'walk index at vertex 0 65', 'order of 78 edges'] : said
return true
