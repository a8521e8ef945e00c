package org.seprank.report.chart;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads drawings with the JDK's parser. */
final class Pictures {
    private Pictures() {}

    static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    static Document parse(Drawing drawing) throws Exception {
        return parse(drawing.toSvg(Form.alone("figure")));
    }

    static List<Element> elements(Document svg, String name) {
        NodeList nodes = svg.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The numbers of a path's commands, two a place. */
    static double[] places(String path) {
        return java.util.regex.Pattern.compile("-?[0-9.]+")
                .matcher(path)
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group()))
                .toArray();
    }
}
