package chat.parley.file.container;

import java.io.IOException;

/// What claims to be a picture, sound or film is none that we understand.
public final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    public Broken(String why) {
        super(why);
    }
}
