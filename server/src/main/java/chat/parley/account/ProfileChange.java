package chat.parley.account;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What somebody changes about themselves. A component that is `null` stays as it is; one that can be taken away is
/// taken away by a present [Field] of `null`.
public record ProfileChange(
        @Nullable String username,
        Field<String> displayName,
        @Nullable String bio,
        @Nullable String pronouns,
        Field<Integer> accentColor,
        Field<String> email,
        Field<String> avatar,
        Field<String> banner) {

    private static final int COLOR_MAX = 0xFFFFFF;

    /// Words alone: the pictures stay.
    public ProfileChange(
            @Nullable String username,
            Field<String> displayName,
            @Nullable String bio,
            @Nullable String pronouns,
            Field<Integer> accentColor,
            Field<String> email) {
        this(username, displayName, bio, pronouns, accentColor, email, Field.untouched(), Field.untouched());
    }

    public static ProfileChange none() {
        return new ProfileChange(null, Field.untouched(), null, null, Field.untouched(), Field.untouched());
    }

    List<Refusal.Problem> problems() {
        var problems = new ArrayList<Refusal.Problem>();
        if (username != null) {
            add(problems, Username.problem(username));
        }
        if (displayName.value() != null) {
            add(problems, ProfileText.line("global_name", displayName.value(), 1, Limits.DISPLAY_NAME_MAX_CHARS));
        }
        if (bio != null) {
            add(problems, ProfileText.lines("bio", bio, Limits.BIO_MAX_CHARS));
        }
        if (pronouns != null) {
            add(problems, ProfileText.line("pronouns", pronouns, 0, Limits.PRONOUNS_MAX_CHARS));
        }
        var color = accentColor.value();
        if (color != null && (color < 0 || color > COLOR_MAX)) {
            problems.add(new Refusal.Problem("accent_color", "NUMBER_TYPE_RANGE", "Must be a 24-bit RGB colour."));
        }
        if (email.value() != null) {
            add(problems, Email.problem(email.value()));
        }
        return problems;
    }

    /// Whether it touches what the account is signed in with.
    public boolean identity(Account before) {
        var after = appliedTo(before);
        return !after.user().username().equals(before.user().username())
                || !Objects.equals(after.email(), before.email());
    }

    Account appliedTo(Account account) {
        var user = account.user();
        var changed = new User(
                user.id(),
                username == null ? user.username() : Username.of(username).text(),
                displayName.or(user.displayName()),
                avatar.or(user.avatar()),
                banner.or(user.banner()),
                accentColor.or(user.accentColor()),
                user.kind(),
                user.createdAt());
        return new Account(
                changed,
                email.or(account.email()),
                bio == null ? account.bio() : bio,
                pronouns == null ? account.pronouns() : pronouns,
                account.operator());
    }

    private static void add(List<Refusal.Problem> problems, Refusal.@Nullable Problem problem) {
        if (problem != null) {
            problems.add(problem);
        }
    }

    /// Without what changed: names and addresses must not reach a log.
    @Override
    public String toString() {
        return "ProfileChange";
    }
}
