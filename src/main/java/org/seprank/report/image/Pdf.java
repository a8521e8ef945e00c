package org.seprank.report.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.seprank.report.chart.Drawing;
import org.seprank.report.chart.Form;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * A figure as a PDF page of vectors and text, dark on white, as large as its form says: three quarters of a point a
 * unit, so that text has 9 points. Text is in Helvetica and Symbol, which every viewer has and no file needs to bring
 * along. Equal figures are equal to the byte.
 */
public final class Pdf {
    private static final double POINTS_PER_UNIT = 0.75;
    private static final int FIRST_FONT = 5;
    private static final List<String> FONTS = List.of("Helvetica", "Helvetica-Bold", "Symbol");

    private Pdf() {}

    /** The bytes of the file. */
    public static byte[] of(Drawing drawing, Form form) throws IOException {
        Document svg = parsed(drawing.toSvg(form));
        String[] box = svg.getDocumentElement().getAttribute("viewBox").split(" ", -1);
        double width = POINTS_PER_UNIT * Double.parseDouble(box[2]);
        double height = POINTS_PER_UNIT * Double.parseDouble(box[3]);
        PdfContent content = new PdfContent();
        content.operation("%s 0 0 -%s 0 %s cm", POINTS_PER_UNIT, POINTS_PER_UNIT, height);
        content.draw(svg.getDocumentElement());
        return file(List.of(
                bytes("<< /Type /Catalog /Pages 2 0 R >>"),
                bytes("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
                bytes("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + number(width) + " " + number(height)
                        + "] /Contents 4 0 R /Resources << /Font << " + fonts() + ">> /ExtGState << "
                        + content.states() + ">> >> >>"),
                stream(content.bytes()),
                font(0),
                font(1),
                font(2),
                bytes("<< /Title " + PdfContent.literal(drawing.title()) + " /Producer (seprank) >>")));
    }

    private static Document parsed(String svg) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the drawing is not XML", e);
        }
    }

    private static String fonts() {
        StringBuilder named = new StringBuilder();
        for (int i = 0; i < FONTS.size(); i++) {
            named.append("/F").append(i).append(' ').append(FIRST_FONT + i).append(" 0 R ");
        }
        return named.toString();
    }

    private static byte[] font(int i) {
        String encoding = FONTS.get(i).equals("Symbol") ? "" : " /Encoding /WinAnsiEncoding";
        return bytes("<< /Type /Font /Subtype /Type1 /BaseFont /" + FONTS.get(i) + encoding + " >>");
    }

    private static byte[] stream(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            out.write(content);
        }
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(bytes("<< /Length " + packed.size() + " /Filter /FlateDecode >>\nstream\n"));
        packed.writeTo(object);
        object.write(bytes("\nendstream"));
        return object.toByteArray();
    }

    /** Objects 1, 2, .., of which the last says what the file is about. */
    private static byte[] file(List<byte[]> objects) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(bytes("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n"));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(file.size());
            file.write(bytes((i + 1) + " 0 obj\n"));
            file.write(objects.get(i));
            file.write(bytes("\nendobj\n"));
        }
        int table = file.size();
        int count = objects.size() + 1;
        file.write(bytes("xref\n0 " + count + "\n0000000000 65535 f \n"));
        for (int place : places) {
            file.write(bytes(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
        }
        file.write(bytes("trailer\n<< /Size " + count + " /Root 1 0 R /Info " + objects.size() + " 0 R >>\nstartxref\n"
                + table + "\n%%EOF\n"));
        return file.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** At most three decimals. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceFirst("\\.?0+$", "").replaceFirst("^-0$", "0");
    }
}
