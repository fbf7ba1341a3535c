package chat.parley.message.text;

import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Whom a text names: `<@user>`, `<@&role>`, `@everyone` and `@here`, in order and without repetition. What stands in
/// code is quoted and calls nobody. Whether they exist, and whether the author may call them, is not decided here.
public record Called(List<UserId> users, List<RoleId> roles, boolean everyone) {
    private static final Pattern MENTION = Pattern.compile("<@(?<kind>[!&]?)(?<id>[0-9]{1,19})>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)(?![\\p{L}\\p{N}_])");
    private static final Called NOBODY = new Called(List.of(), List.of(), false);

    public static Called in(String text) {
        if (text.indexOf('@') < 0) {
            return NOBODY;
        }
        String spoken = withoutCode(text);
        var users = new LinkedHashSet<UserId>();
        var roles = new LinkedHashSet<RoleId>();
        for (var match = MENTION.matcher(spoken); match.find(); ) {
            long id = number(match.group("id"));
            if (id <= 0) {
                continue;
            }
            if ("&".equals(match.group("kind"))) {
                roles.add(new RoleId(id));
            } else {
                users.add(new UserId(id));
            }
        }
        return new Called(
                new ArrayList<>(users),
                new ArrayList<>(roles),
                EVERYONE.matcher(spoken).find());
    }

    /// Nineteen digits may be more than a `long` holds.
    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            return 0;
        }
    }

    /// A run of backticks opens code that the next run of the same length closes; a run without a partner is text.
    private static String withoutCode(String text) {
        if (text.indexOf('`') < 0) {
            return text;
        }
        var spoken = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '`') {
                spoken.append(text.charAt(at++));
                continue;
            }
            int run = run(text, at);
            int close = closing(text, at + run, run);
            if (close < 0) {
                spoken.append(text, at, at + run);
                at += run;
            } else {
                spoken.append(' ');
                at = close + run;
            }
        }
        return spoken.toString();
    }

    private static int closing(String text, int from, int length) {
        for (int at = text.indexOf('`', from); at >= 0; ) {
            int run = run(text, at);
            if (run == length) {
                return at;
            }
            at = text.indexOf('`', at + run);
        }
        return -1;
    }

    private static int run(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end - from;
    }
}
