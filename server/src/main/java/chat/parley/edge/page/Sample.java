package chat.parley.edge.page;

import java.util.List;

/// What `/metrics` tells under one name, which is in lower case with underscores.
public sealed interface Sample {
    void write(StringBuilder page);

    static Sample gauge(String name, String help, long value) {
        return new Single("parley_" + name, "gauge", help, value);
    }

    /// It only ever grows while the program runs.
    static Sample counter(String name, String help, long value) {
        return new Single("parley_" + name + "_total", "counter", help, value);
    }

    /// @param name ends in the unit
    static Sample histogram(String name, String help, List<Step> steps, long count, double sum) {
        return new Histogram("parley_" + name, help, List.copyOf(steps), count, sum);
    }

    /// @param count of everything up to here, the steps before included
    record Step(double upTo, long count) {}

    record Single(String name, String kind, String help, long value) implements Sample {
        @Override
        public void write(StringBuilder page) {
            head(page, name, kind, help);
            page.append(name).append(' ').append(value).append('\n');
        }
    }

    record Histogram(String name, String help, List<Step> steps, long count, double sum) implements Sample {
        @Override
        public void write(StringBuilder page) {
            head(page, name, "histogram", help);
            steps.forEach(it -> bucket(page, String.valueOf(it.upTo), it.count));
            bucket(page, "+Inf", count);
            page.append(name).append("_sum ").append(sum).append('\n');
            page.append(name).append("_count ").append(count).append('\n');
        }

        private void bucket(StringBuilder page, String upTo, long inIt) {
            page.append(name).append("_bucket{le=\"").append(upTo).append("\"} ");
            page.append(inIt).append('\n');
        }
    }

    private static void head(StringBuilder page, String name, String kind, String help) {
        page.append("# HELP ").append(name).append(' ').append(help).append('\n');
        page.append("# TYPE ").append(name).append(' ').append(kind).append('\n');
    }
}
