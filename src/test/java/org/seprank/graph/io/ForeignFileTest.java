package org.seprank.graph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seprank.file.FormatException;

/** What is no graph is refused by its name. */
class ForeignFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.txt | version https://git-lfs.github.com/spec/v1~oid sha256:4d7a~size 12~ | a Git LFS pointer",
                "a.npz | version https://git-lfs.github.com/spec/v1~oid sha256:4d7a~size 12~ | a Git LFS pointer",
                "a.graphml | version https://git-lfs.github.com/spec/v1~oid sha256:4d7a~ | a Git LFS pointer",
                "a.txt | <!DOCTYPE html>~<html><body>404</body></html> | a web page",
                "a.csv | ~<HTML lang='en'> | a web page",
                "a.txt | <?xml version='1.0'?><!-- x --><svg xmlns='http://www.w3.org/2000/svg'/> | a picture (SVG)",
                "a.xml | <?xml version='1.0'?><gxl><graph id='g'/></gxl> | a GXL file",
                "a.xgmml | <graph label='t' xmlns='http://www.cs.rpi.edu/XGMML'><node/></graph> | an XGMML file",
                "a.txt | <!DOCTYPE x [ <!ENTITY a 'b'> ]><rss version='2'/> | XML with the root <rss>",
                "a.txt | dl n=3 format=fullmatrix~labels:~a,b,c | a UCINET DL file",
                "a.dl | DL~N=4~ | a UCINET DL file",
                "a.txt | nodedef>name VARCHAR~a~edgedef>node1 VARCHAR~ | a GDF file",
                "a.txt | 1 First~2 Second~#~1 2 joined~ | a TGF file",
                "a.sif | a pp b~b pd c d~ | a SIF file",
                "a.adjlist | 0 1 2~1 2 3~ | an adjacency list",
                "a.adjlist | #made by networkx~0 1 2~1 2 3~ | an adjacency list",
                "a.lgl | # a~b~c~ | an LGL file",
                "a.txt | *Node data~ID, kind~ | a NetDraw VNA file",
                "a.tlp | (tlp \"2.3\"~(nodes 0..3)) | a Tulip file",
                "a.gw | LEDA.GRAPH~string~int~ | a LEDA file",
                "a.stp | 33D32945 STP File, STP Format Version 1.0~ | a SteinLib file",
                "a.tsp | NAME: berlin52~TYPE: TSP~ | a TSPLIB file",
                "a.ttl | @prefix ex: <http://example.org/> .~ex:a ex:b ex:c .~ | RDF",
                "a.nt | <http://a> <http://b> <http://c> .~ | RDF",
                "a.json | [{\"id\": 1}] | a JSON array",
                "a.txt | {\"a\": 1} | JSON of another kind",
                "a.txt | BZh91AY&SY* | a bzip2 archive",
                "a.txt | /annex/objects/SHA256E-s12--ab.txt~ | a git-annex pointer",
                "a.txt | ../.git/annex/objects/Xk/a~ | a git-annex pointer",
                "a.txt | 404: Not Found | an answer of a web server",
                "a.mmd | graph TD;~ A-->B;~ | a Mermaid diagram",
                "a.plain | graph 1 2.75 2.5~node a 1 1~ | Graphviz's plain output",
                "a.nwk | ((a:1,b:2):3,c); | a tree in Newick",
                "a.pdf | %PDF-1.7 | a PDF document",
                "a.mat | MATLAB 5.0 MAT-file | a MATLAB file",
                "a.flow | flowchart LR~ a --> b | a Mermaid diagram"
            })
    void textIsRefusedByItsName(String name, String text, String expected) throws IOException {
        check(name, text.replace('~', '\n').getBytes(StandardCharsets.ISO_8859_1), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "52 61 72 21 1a 07, a RAR archive",
        "50 41 52 31 15 04, a Parquet file",
        "53 51 4c 69 74 65 20 66 6f 72 6d 61 74 20 33 00, a SQLite database",
        "37 7a bc af 27 1c, a 7-Zip archive",
        "fd 37 7a 58 5a 00, an xz archive",
        "28 b5 2f fd 04, a Zstandard archive",
        "1f 9d 90, a compress archive",
        "89 50 4e 47 0d 0a 1a 0a, a picture",
        "89 48 44 46 0d 0a 1a 0a, an HDF5 file",
        "93 4e 55 4d 50 59 01 00, a NumPy array",
        "80 04 95 10 00, a Python pickle",
        "ff fe 31 00 20 00, text in UTF-16",
        "d0 cf 11 e0 a1 b1, an Excel table"
    })
    void bytesAreRefusedByTheirName(String hex, String expected) throws IOException {
        String[] digits = hex.split(" ", -1);
        byte[] bytes = new byte[digits.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits[i], 16);
        }
        check("a.txt", bytes, expected);
    }

    @ParameterizedTest
    @CsvSource({"graph.txt, a zip archive", "xl/workbook.xml, an Excel table", "archive/data.pkl, a file of PyTorch"})
    void zipArchivesAreToldByWhatIsInThem(String entry, String expected) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("0 1\n".getBytes(StandardCharsets.US_ASCII));
        }
        check("a.zip", bytes.toByteArray(), expected);
    }

    @Test
    void packedArchivesAreToldByWhatIsInThem() throws IOException {
        byte[] tar = new byte[512];
        System.arraycopy("graph.txt".getBytes(StandardCharsets.US_ASCII), 0, tar, 0, 9);
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        check("a.tar.gz", gzip(tar), "a tar archive");
        check("a.tgz", gzip(tar), "a tar archive");
        check("a.txt.gz", gzip(gzip(new byte[] {'0', ' ', '1'})), "gzip data in gzip data");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsSurelyNoGraphIsRefusedAlsoWhereAFormatIsGiven() throws IOException {
        Path page = Files.writeString(folder.resolve("a.txt"), "<html></html>");
        ReadOptions options = ReadOptions.defaults().withFormat(GraphFormat.EDGE_LIST);
        assertThat(catchThrowableOfType(FormatException.class, () -> GraphReader.read(page, options)))
                .hasMessageContaining("a web page");
        Path list = Files.writeString(folder.resolve("a.adjlist"), "0 1\n1 2\n");
        assertThat(GraphReader.read(list, options).graph().edgeCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"PAR1 PAR2~PAR2 F2R", "404 405~405 406", "graph TD~TD x", "ARROW1 B~B C", "BM BN~BN C", "X Y~Y Z"})
    void namesThatLookLikeThoseOfOtherFilesAreVertices(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), text.replace('~', '\n'));
        assertThat(GraphReader.graph(file).vertexCount()).isEqualTo(3);
    }

    private void check(String name, byte[] bytes, String expected) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        FormatException fault = Reported.fault(file);
        assertThat(fault).as(name).hasMessageContaining("it is " + expected).hasMessageContaining("which is not read");
        assertThat(fault.hint()).isNotBlank();
    }
}
