package chat.parley.file.kind;

/// What a file is.
///
/// @param type its media type; text comes with its character set
/// @param family what can be done with it
public record FileKind(String type, Family family) {
    public static final FileKind UNKNOWN = new FileKind("application/octet-stream", Family.OTHER);

    public enum Family {
        /// A picture whose container we understand: it can be measured, cleaned and made small.
        PICTURE,
        /// A picture that few browsers show: it is measured and cleaned, and downloaded.
        FOREIGN_PICTURE,
        VIDEO,
        AUDIO,
        /// Text that no browser does anything with.
        TEXT,
        /// Text or a document that a browser would act on: HTML, SVG, XML, scripts, PDF.
        ACTIVE,
        OTHER
    }

    /// Whether a browser may show it by itself. All else is only ever downloaded.
    public boolean shown() {
        return switch (family) {
            case PICTURE, VIDEO, AUDIO, TEXT -> true;
            case FOREIGN_PICTURE, ACTIVE, OTHER -> false;
        };
    }
}
