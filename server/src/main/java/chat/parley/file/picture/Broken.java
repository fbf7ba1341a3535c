package chat.parley.file.picture;

import java.io.IOException;

/// What claims to be a picture is none that we understand.
public final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    Broken(String why) {
        super(why);
    }
}
