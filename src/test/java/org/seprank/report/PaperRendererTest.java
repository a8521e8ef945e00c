package org.seprank.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seprank.report.chart.NetworkDrawing;

class PaperRendererTest {
    private static final Document DOCUMENT = Document.of("test")
            .add(Facts.of("facts", "Facts & figures")
                    .add("source_file", "a_b|<c>")
                    .add("share", -0.5))
            .add(new Table(
                    "some_pairs",
                    "Some pairs",
                    List.of("name", "large_number", "log"),
                    List.of(
                            List.of(Value.of("[x]"), Value.of(BigInteger.TEN.pow(20)), Value.marked(Value.of(1.5))),
                            List.of(Value.of("50 %"), Value.missing(), Value.of(Double.NEGATIVE_INFINITY)),
                            List.of(Value.of(""), Value.of(8258), Value.of(1e-9)))))
            .add(new Block.Figure("g", "A graph", new NetworkDrawing("G_1", "degree", List.of(), List.of())))
            .note("Take *note*.")
            .build();

    @Test
    void markdownIsWrittenLikeThis() {
        assertThat(MarkdownRenderer.render(DOCUMENT)).isEqualTo("""
                # seprank test

                ## Facts \\& figures

                - source file: a\\_b\\|\\<c\\>
                - share: -0.500

                ## Some pairs

                | name | large number | log |
                | :-- | --: | --: |
                | \\[x\\] | 1e20 | **1.500** |
                | 50 % | - | -inf |
                |  | 8,258 | 1.000e-09 |

                ## A graph

                G\\_1. Drawing of 0 vertices and 0 edges. 0 on the side of the squares, 0 of the discs.

                Take \\*note\\*.
                """);
    }

    @Test
    void latexIsWrittenLikeThis() {
        assertThat(LatexRenderer.render(DOCUMENT)).isEqualTo("""
                % seprank test; needs \\usepackage{booktabs}

                \\begin{table}
                \\centering
                \\caption{Facts \\& figures}
                \\label{tab:facts}
                \\begin{tabular}{ll}
                \\toprule
                source file & a\\_b\\textbar{}\\textless{}c\\textgreater{} \\\\
                share & $-0.500$ \\\\
                \\bottomrule
                \\end{tabular}
                \\end{table}

                \\begin{table}
                \\centering
                \\caption{Some pairs}
                \\label{tab:some-pairs}
                \\begin{tabular}{lrr}
                \\toprule
                name & large number & log \\\\
                \\midrule
                {[}x{]} & $1 \\times 10^{20}$ & \\textbf{\\boldmath 1.500} \\\\
                50 \\% & -- & $-\\infty$ \\\\
                 & 8{,}258 & $1.000 \\times 10^{-9}$ \\\\
                \\bottomrule
                \\end{tabular}
                \\end{table}

                \\paragraph{A graph} G\\_1. Drawing of 0 vertices and 0 edges. \
                0 on the side of the squares, 0 of the discs.

                Take {*}note{*}.
                """);
    }

    @Test
    void everySpecialCharacterOfTexIsTakenAsItself() {
        assertThat(LatexRenderer.escaped("#$%&_{}\\~^\n"))
                .isEqualTo("\\#\\$\\%\\&\\_\\{\\}\\textbackslash{}\\textasciitilde{}\\textasciicircum{} ");
    }

    @Test
    void everySpecialCharacterOfMarkdownIsTakenAsItself() {
        assertThat(MarkdownRenderer.escaped("`*_{}[]<>#|~$&\\\n"))
                .isEqualTo("\\`\\*\\_\\{\\}\\[\\]\\<\\>\\#\\|\\~\\$\\&\\\\ ");
    }
}
