package chat.parley.moderation.automod.match;

/// The time that all patterns of all rules may take for one text. Used by one thread.
public final class Budget {
    private static final int LOOK_EVERY = 256;

    private final long endNs;
    private int steps;

    public Budget(long ms) {
        this.endNs = System.nanoTime() + ms * 1_000_000;
    }

    /// The time is used up; what was not found until then counts as not there.
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("The time for patterns is used up", null, false, false);
        }
    }

    /// The text, counting how often it is read.
    CharSequence of(CharSequence text) {
        return new Metered(text);
    }

    private void step() {
        if (++steps % LOOK_EVERY == 0 && System.nanoTime() - endNs > 0) {
            throw new Spent();
        }
    }

    private final class Metered implements CharSequence {
        private final CharSequence text;

        Metered(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            step();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
