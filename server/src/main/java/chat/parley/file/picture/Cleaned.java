package chat.parley.file.picture;

/// What is known of a picture after it was cleaned.
///
/// @param stored as its lines stand in the file
/// @param orientation EXIF's, 1 to 8: how it is to be turned
/// @param moves whether it has more than one picture
public record Cleaned(Size stored, int orientation, boolean moves) {
    public Cleaned(Size stored, int orientation) {
        this(stored, orientation, false);
    }

    /// As it is looked at.
    public Size size() {
        return stored.turned(orientation);
    }
}
