package chat.parley.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The red column of STYLE.md, over the text of one file. Each rule answers with the breaches that it finds.
final class Rules {
    static final int FILE_LINES_MAX = 400;
    static final int FUNCTION_LINES_MAX = 60;
    static final int PARAMETERS_MAX = 9;
    static final int PACKAGE_FILES_MAX = 25;

    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
    private static final Pattern DRAWER_NAME =
            Pattern.compile(".+(Util|Utils|Helper|Manager|Service|Impl|DTO|Dto)|Abstract.+");
    private static final Pattern MOCKS = Pattern.compile("\\b(mock" + "ito|easy" + "mock|power" + "mock)\\b");

    private Rules() {}

    /// @param sources the texts by the names of their files
    static List<String> breaches(Map<String, String> sources) {
        var found = new ArrayList<String>();
        Shape.all(sources).forEach((name, shape) -> found.addAll(breaches(name, shape)));
        sources.forEach((name, source) -> found.addAll(words(name, source)));
        return found;
    }

    private static List<String> breaches(String name, Shape shape) {
        var found = new ArrayList<String>();
        if (shape.lines() > FILE_LINES_MAX) {
            found.add(name + " has " + shape.lines() + " lines");
        }
        for (var function : shape.functions()) {
            if (function.lines() > FUNCTION_LINES_MAX) {
                found.add(name + "#" + function.name() + " has " + function.lines() + " lines");
            }
            if (function.parameters() > PARAMETERS_MAX) {
                found.add(name + "#" + function.name() + " takes " + function.parameters() + " parameters");
            }
        }
        for (var type : shape.types()) {
            if (DRAWER_NAME.matcher(type).matches()) {
                found.add(name + " declares " + type + ", a name that says nothing");
            }
        }
        return found;
    }

    static List<String> words(String name, String source) {
        var found = new ArrayList<String>();
        if (UNFINISHED.matcher(source).find()) {
            found.add(name + " is unfinished");
        }
        if (MOCKS.matcher(source).find()) {
            found.add(name + " uses mocks");
        }
        return found;
    }

    /// A Markdown file has one title, on its first line.
    static List<String> titles(String name, String text) {
        boolean code = false;
        int titles = 0;
        for (var line : text.lines().toList()) {
            code ^= line.startsWith("```");
            if (!code && line.startsWith("# ")) {
                titles++;
            }
        }
        return titles == 1 ? List.of() : List.of(name + " has " + titles + " titles");
    }
}
