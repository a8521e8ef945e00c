package org.seprank.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.seprank.report.number.Numbers;

/**
 * Bars in groups with whiskers for their intervals. Bars start at 0; on a logarithmic axis there are dots instead.
 *
 * @param title what is shown
 * @param y the vertical axis
 * @param categories names of the groups, from left to right
 * @param series the bars of one colour, one in each group
 */
public record BarChart(String title, Axis y, List<String> categories, List<Bars> series) implements Chart {
    /**
     * A bar with an interval.
     *
     * @param value its end; NaN for no bar
     * @param low lower end of the interval; NaN where there is none
     * @param high upper end of the interval; NaN where there is none
     */
    public record Bar(double value, double low, double high) {
        /** A bar without interval. */
        public static Bar of(double value) {
            return new Bar(value, Double.NaN, Double.NaN);
        }

        boolean hasInterval() {
            return !Double.isNaN(low) && !Double.isNaN(high);
        }
    }

    /**
     * The bars of one colour.
     *
     * @param name in the legend
     * @param bars one a category
     */
    public record Bars(String name, List<Bar> bars) {
        /** Keeps the order. */
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /** Checks that there is a bar a category. */
    public BarChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (Bars one : series) {
            if (one.bars().size() != categories.size()) {
                throw new IllegalArgumentException("'" + one.name() + "' has "
                        + one.bars().size() + " bars for " + categories.size() + " categories");
            }
        }
    }

    @Override
    public String description() {
        Words words = Words.of(title, "Bar chart of " + y.label());
        for (Bars one : series) {
            List<String> parts = new ArrayList<>();
            int omitted = 0;
            for (int c = 0; c < categories.size(); c++) {
                if (y.shows(one.bars().get(c).value())) {
                    parts.add(categories.get(c) + " " + value(one.bars().get(c)));
                } else {
                    omitted++;
                }
            }
            words.say(one.name() + ": " + (parts.isEmpty() ? "no data" : String.join(", ", parts)));
            words.omitted(omitted);
        }
        return words.text();
    }

    @Override
    public Data data() {
        List<List<Object>> rows = new ArrayList<>();
        for (Bars one : series) {
            for (int c = 0; c < categories.size(); c++) {
                Bar bar = one.bars().get(c);
                rows.add(List.of(categories.get(c), one.name(), bar.value(), bar.low(), bar.high()));
            }
        }
        return new Data(List.of("category", "series", "value", "low", "high"), rows);
    }

    @Override
    public String finding() {
        String most = "";
        String least = "";
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (Bars one : series) {
            for (int c = 0; c < categories.size(); c++) {
                double value = one.bars().get(c).value();
                String name = categories.get(c) + (series.size() > 1 ? ", " + one.name() : "");
                if (y.shows(value) && value > high) {
                    high = value;
                    most = name + " " + Numbers.brief(value);
                }
                if (y.shows(value) && value < low) {
                    low = value;
                    least = name + " " + Numbers.brief(value);
                }
            }
        }
        return most.isEmpty()
                ? "No data."
                : most.equals(least) ? most + "." : "Most: " + most + "; least: " + least + ".";
    }

    /** On a logarithmic axis, where bars have no base, dots in rows. */
    @Override
    public String toSvg(Form form) {
        boolean none = series.stream().flatMap(one -> one.bars().stream()).noneMatch(bar -> y.shows(bar.value()));
        if (y.isLog()) {
            return new DotRows(this).toSvg(form, none);
        }
        AxisScale up = AxisScale.of(y, DoubleStream.concat(DoubleStream.of(0), ends()));
        Frame.Axes axes = new Frame.Axes(AxisScale.categories(categories), "", up, y.caption());
        Frame frame = Frame.of(title, axes, Frame.Room.of(legend(Legend.Sample.AREA)), form, none);
        Svg svg = frame.start(this);
        for (int s = 0; s < series.size(); s++) {
            for (int c = 0; c < categories.size(); c++) {
                if (y.shows(series.get(s).bars().get(c).value())) {
                    draw(svg, frame, s, c, up.base());
                }
            }
        }
        return svg.finish();
    }

    List<Legend.Entry> legend(Legend.Sample sample) {
        return IntStream.range(0, series.size())
                .mapToObj(i -> Legend.Entry.of(i, series.get(i).name(), sample))
                .toList();
    }

    DoubleStream ends() {
        return series.stream()
                .flatMap(one -> one.bars().stream())
                .filter(bar -> y.shows(bar.value()))
                .flatMapToDouble(bar -> DoubleStream.of(bar.value(), bar.low(), bar.high()));
    }

    private void draw(Svg svg, Frame frame, int s, int c, double base) {
        Bar bar = series.get(s).bars().get(c);
        double width = 0.8 / series.size();
        double left = frame.x(c + 0.1 + s * width);
        double right = frame.x(c + 0.1 + (s + 1) * width);
        double a = frame.y(base);
        double b = frame.y(bar.value());
        String tip = categories.get(c) + ", " + series.get(s).name() + ": " + value(bar);
        svg.rect(left, Math.min(a, b), right - left, Math.abs(a - b), Palette.area(s), tip);
        double middle = (left + right) / 2;
        if (bar.hasInterval() && y.shows(bar.low()) && y.shows(bar.high())) {
            double low = frame.y(bar.low());
            double high = frame.y(bar.high());
            double arm = Math.min(6, (right - left) / 4);
            String path = "M" + whisker(middle, low, arm) + " M" + Svg.number(middle) + " " + Svg.number(low) + " V"
                    + Svg.number(high) + " M" + whisker(middle, high, arm);
            svg.path(path, Ink.PLAIN.fill("none").stroke(Ink.TEXT).width(1.4), "");
        }
    }

    private static String whisker(double middle, double y, double arm) {
        return Svg.number(middle - arm) + " " + Svg.number(y) + " H" + Svg.number(middle + arm);
    }

    static String value(Bar bar) {
        return Numbers.plain(bar.value()) + (bar.hasInterval() ? Words.interval(bar.low(), bar.high()) : "");
    }
}
