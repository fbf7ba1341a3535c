package chat.parley.edge.discord.shape;

import chat.parley.permission.Overwrite;

/// Discord's permission overwrite. Bits are decimal strings, because they do not fit JavaScript's numbers.
public record OverwriteShape(String id, int type, String allow, String deny) {
    public static OverwriteShape of(Overwrite overwrite) {
        return new OverwriteShape(
                Long.toString(overwrite.target()),
                overwrite.kind() == Overwrite.Kind.ROLE ? 0 : 1,
                Long.toString(overwrite.allow()),
                Long.toString(overwrite.deny()));
    }
}
