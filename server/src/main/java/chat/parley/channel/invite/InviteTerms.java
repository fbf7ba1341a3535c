package chat.parley.channel.invite;

import chat.parley.base.refusal.Refusal;

/// What an invite shall be good for.
///
/// @param maxAgeS 0 for ever, at most a week
/// @param maxUses 0 for any number, at most 100
/// @param temporary members leave again when they go offline
/// @param unique a new code, also when there is one on these terms
public record InviteTerms(int maxAgeS, int maxUses, boolean temporary, boolean unique) {
    public static final int AGE_MAX_S = 7 * 24 * 3_600;
    public static final int USES_MAX = 100;

    /// What Discord gives to who asks for nothing else: a day, any number.
    public static final InviteTerms USUAL = new InviteTerms(24 * 3_600, 0, false, false);

    public InviteTerms {
        if (maxAgeS < 0 || maxAgeS > AGE_MAX_S) {
            throw range("max_age", AGE_MAX_S);
        }
        if (maxUses < 0 || maxUses > USES_MAX) {
            throw range("max_uses", USES_MAX);
        }
    }

    private static RuntimeException range(String field, int max) {
        return Refusal.invalid(field, "NUMBER_TYPE_RANGE", "Value must be between 0 and " + max + ".");
    }
}
