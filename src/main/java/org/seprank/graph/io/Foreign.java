package org.seprank.graph.io;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.seprank.graph.io.codec.Head;

/**
 * What is no graph of a format known here, but known by name.
 *
 * @param name what it is, such as {@code a zip archive}
 * @param remedy what to do about it
 * @param always whether it is so whatever the caller says
 */
record Foreign(String name, String remedy, boolean always) {
    private static final String EXPORT = "export it as GraphML, GML, GEXF, Pajek or CSV, or convert it with NetworkX";
    private static final String UNPACK = "unpack it first, and name the graph file in it";
    private static final String OTHER = "name a graph file";

    /** A byte that text in ASCII does not have. */
    private static final String NO_TEXT = "[^\t\n\r -~]";

    /** What begins so. */
    private record Sign(String name, Pattern start, String remedy, boolean always) {
        static Sign bytes(String name, String start, String remedy) {
            return new Sign(name, Pattern.compile(start, Pattern.DOTALL), remedy, true);
        }

        static Sign text(String name, String start, String remedy) {
            return new Sign(name, Pattern.compile(start, Pattern.CASE_INSENSITIVE), remedy, false);
        }
    }

    private record Ending(String name, Set<String> extensions, String remedy) {}

    private static final List<Sign> SIGNS = List.of(
            Sign.bytes(
                    "a Git LFS pointer",
                    "version https://git-lfs\\.github\\.com/spec/",
                    "the file itself is not here: run 'git lfs pull', or download it"),
            Sign.bytes(
                    "a web page (HTML)",
                    "(?i)\\s*(<!doctype\\s+html|<html\\b)",
                    "download the file itself; the page may ask for a login, or say that it has moved"),
            Sign.bytes("an Excel table", "PK\u0003\u0004.{0,2000}(\\[Content_Types]|xl/)", "save it as CSV"),
            Sign.bytes(
                    "a file of PyTorch",
                    "PK\u0003\u0004.{0,200}/(data\\.pkl|version|byteorder)",
                    "leave out the format: as a dataset it is read"),
            Sign.bytes("a zip archive", "PK(\u0003\u0004|\u0005\u0006|\u0007\b)", UNPACK + " (unzip)"),
            Sign.bytes("a tar archive", ".{257}ustar", UNPACK + " (tar xf)"),
            Sign.bytes("a bzip2 archive", "BZh[1-9]1AY&SY", UNPACK + " (bunzip2, or tar xjf), or pack it with gzip"),
            Sign.bytes("an xz archive", "\u00fd7zXZ\u0000", UNPACK + " (unxz, or tar xJf), or pack it with gzip"),
            Sign.bytes("a Zstandard archive", "\\(\u00b5/\u00fd", UNPACK + " (unzstd), or pack it with gzip"),
            Sign.bytes("an LZ4 archive", "\u0004\"M\u0018", UNPACK + " (lz4 -d), or pack it with gzip"),
            Sign.bytes("a lzip archive", "LZIP" + NO_TEXT, UNPACK + " (lzip -d), or pack it with gzip"),
            Sign.bytes("a compress archive", "\u001f\u009d", UNPACK + " (uncompress), or pack it with gzip"),
            Sign.bytes("a RAR archive", "Rar!\u001a", UNPACK + " (unrar)"),
            Sign.bytes("a 7-Zip archive", "7z\u00bc\u00af", UNPACK + " (7z x)"),
            Sign.bytes("gzip data in gzip data", "\u001f\u008b", "unpack it once (gunzip)"),
            Sign.bytes("a PDF document", "%PDF-", OTHER),
            Sign.bytes("a picture", "\u0089PNG|\u00ff\u00d8\u00ff|GIF8[79]a|BM.{4}\u0000{4}|RIFF.{4}WEBP", OTHER),
            Sign.bytes("a SQLite database", "SQLite format 3" + NO_TEXT, "export its table of edges as CSV"),
            Sign.bytes("an HDF5 file", "\u0089HDF", "write its edges as an edge list or MatrixMarket"),
            Sign.bytes("a MATLAB file", "MATLAB [57]\\.", "write its matrix as MatrixMarket (mmwrite)"),
            Sign.bytes("a Parquet file", "PAR1" + NO_TEXT, "write its table as CSV"),
            Sign.bytes("an Arrow file", "(ARROW1|FEA1)" + NO_TEXT, "write its table as CSV"),
            Sign.bytes("an Excel table", "\u00d0\u00cf\u0011\u00e0", "save it as CSV"),
            Sign.bytes("a NumPy array", "\u0093NUMPY", "write it as an edge list or MatrixMarket"),
            Sign.bytes("a Python pickle", "\u0080[\u0003-\u0005]", "write it with nx.write_graphml in Python"),
            Sign.bytes("a file of R", "RD[AX][23]\n|X\n\u0000\u0000", "write it with igraph's write_graph in R"),
            Sign.bytes("text in UTF-16", "\u00ff\u00fe|\u00fe\u00ff", "convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)"),
            Sign.bytes(
                    "a git-annex pointer",
                    "(\\.\\./)*(\\.git)?/annex/objects/",
                    "the file itself is not here: run 'git annex get', or download it"),
            Sign.bytes("a graph-tool file", "\u00e2\u009b\u00be gt", "save it from graph-tool as GraphML"),
            Sign.text(
                    "an answer of a web server",
                    "40[34]:? (not found|forbidden)",
                    "download the file itself; its address may be wrong"),
            Sign.text("a Mermaid diagram", "\\s*(graph|flowchart) +(TB|TD|BT|RL|LR)\\b[^>]{0,2000}-->", EXPORT),
            Sign.text(
                    "Graphviz's plain output",
                    "graph [\\d.]+ [\\d.]+ [\\d.]+\\s+(node|edge|stop)\\b",
                    "take the DOT file it is drawn from"),
            Sign.text("a tree in Newick", "\\s*\\([^()]*[(),][^;]*\\)\\w*(:[\\d.]+)?;\\s*$", EXPORT),
            Sign.text("a UCINET DL file", "\\s*dl[\\s,]+(n|nr|nc|nm|format)\\s*=|\\s*dl\\s*[\\r\\n]", EXPORT),
            Sign.text("a GDF file", "\\s*nodedef\\s*>", EXPORT + "; Gephi reads it"),
            Sign.text("a NetDraw VNA file", "\\s*\\*node (data|properties)", EXPORT),
            Sign.text("a Tulip file", "\\s*\\(tlp\\b", EXPORT),
            Sign.text("a LEDA file", "\\s*LEDA\\.GRAPH", EXPORT),
            Sign.text("a SteinLib file", "33D32945 STP", EXPORT),
            Sign.text("a TSPLIB file", "\\s*(NAME|TYPE|COMMENT|DIMENSION)\\s*:\\s", EXPORT),
            Sign.text(
                    "RDF (Turtle or N-Triples)",
                    "\\s*(@prefix\\b|@base\\b|<\\S+>\\s+<\\S+>\\s+[^\\r\\n]+\\.\\s*[\\r\\n])",
                    "write its triples as CSV"),
            Sign.text(
                    "a JSON array",
                    "\\s*\\[\\s*[\\[{\"\\d]",
                    "a graph is an object with 'nodes' and 'edges', as nx.node_link_data makes it"),
            Sign.text(
                    "JSON of another kind",
                    "\\s*\\{\\s*\"",
                    "a graph is an object with 'nodes' and 'edges', as nx.node_link_data makes it"));

    private static final List<Ending> ENDINGS = List.of(
            new Ending(
                    "an adjacency list",
                    Set.of("adjlist", "multiline_adjlist"),
                    "in Python: nx.write_edgelist(nx.read_adjlist(FILE), OUT, data=False)"),
            new Ending("a SIF file", Set.of("sif", "nnf"), "export it from Cytoscape as GraphML, or write it as CSV"),
            new Ending("a TGF file", Set.of("tgf"), EXPORT + "; yEd reads it"),
            new Ending("a GDF file", Set.of("gdf"), EXPORT + "; Gephi reads it"),
            new Ending("a UCINET DL file", Set.of("dl"), EXPORT),
            new Ending("an LGL file", Set.of("lgl"), EXPORT),
            new Ending("a file of CX", Set.of("cx", "cx2"), "export it from Cytoscape as GraphML"));

    private static final Pattern TGF = Pattern.compile("(?m)\\A[^#\\s][^#]*^#[ \\t]*\\r?$(?![^#]*#)");

    /** What a file that no format recognises is, if it is known. */
    static Optional<Foreign> of(Head head) {
        for (Sign sign : SIGNS) {
            if (sign.start().matcher(head.text()).lookingAt()) {
                return Optional.of(new Foreign(sign.name(), sign.remedy(), sign.always()));
            }
        }
        Optional<Foreign> xml = head.rootElement().map(Foreign::xml);
        if (xml.isPresent()) {
            return xml;
        }
        if (head.has(TGF)) {
            return Optional.of(new Foreign("a TGF file", EXPORT + "; yEd reads it", false));
        }
        String extension = head.name().substring(head.name().lastIndexOf('.') + 1);
        return ENDINGS.stream()
                .filter(ending -> ending.extensions().contains(extension))
                .map(ending -> new Foreign(ending.name(), ending.remedy(), false))
                .findFirst();
    }

    private static Foreign xml(String root) {
        return switch (root) {
            case "svg" -> new Foreign("a picture (SVG)", OTHER, true);
            case "gxl" -> new Foreign("a GXL file", EXPORT, true);
            case "graph" -> new Foreign("an XGMML file", "export it from Cytoscape as GraphML", true);
            default -> new Foreign("XML with the root <" + root + ">", "of XML, GraphML and GEXF are read", true);
        };
    }
}
