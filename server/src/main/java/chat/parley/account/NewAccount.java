package chat.parley.account;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody asks for when they register. [#problems()] is empty when it can be granted.
public record NewAccount(
        String username,
        @Nullable String displayName,
        @Nullable String email,
        User.Kind kind) {

    public List<Refusal.Problem> problems() {
        var problems = new ArrayList<Refusal.Problem>();
        add(problems, Username.problem(username));
        if (displayName != null) {
            add(problems, ProfileText.line("global_name", displayName, 1, Limits.DISPLAY_NAME_MAX_CHARS));
        }
        if (email != null) {
            add(problems, Email.problem(email));
        }
        return problems;
    }

    /// Without the e-mail address, which must not reach a log.
    @Override
    public String toString() {
        return "NewAccount[" + kind + "]";
    }

    private static void add(List<Refusal.Problem> problems, Refusal.@Nullable Problem problem) {
        if (problem != null) {
            problems.add(problem);
        }
    }
}
