package chat.parley.media.codec;

import java.util.Arrays;

/// Renumbers VP8's picture ids, TL0PICIDX and KEYIDX so that a receiver sees one stream while we switch between
/// several and leave temporal layers out. Packets may come late or twice: a picture keeps the number that it
/// was given as long as it is in the window.
///
/// A picture id is extended to a count that does not wrap; the output is that count minus what was left out
/// before it. After a switch the offset is chosen so that the first picture of the new layer follows the last
/// one sent.
public final class Vp8Rewriter {
    /// Pictures that are remembered; more than a second of 60 a second.
    private static final int WINDOW = 128;

    private static final int PICTURE_BITS = 15;

    private final long[] known = new long[WINDOW];
    private final int[] given = new int[WINDOW];
    private long highest = -1;
    private int last;
    private int tl0Offset;
    private int keyOffset;
    private int lastTl0;
    private int lastKey;
    private boolean started;

    /// What follows comes from another stream: the next picture gets the next number.
    public void switchSource() {
        highest = -1;
        Arrays.fill(known, -1);
    }

    /// Writes the numbers that the receiver gets into the copy of the packet at `shift` bytes from the original's
    /// place.
    ///
    /// @param forwarded false for a picture that is left out: it gets no number, and the ones after it move up
    /// @return false when the packet is too old to be given a number; then it must not be sent
    public boolean rewrite(Vp8Descriptor descriptor, byte[] target, int shift, boolean forwarded) {
        int id = descriptor.pictureId();
        if (id < 0) {
            return forwarded;
        }
        long picture = unwrap(id, descriptor.longPictureId() ? PICTURE_BITS : 7);
        if (picture > highest) {
            begin(picture, descriptor, forwarded);
        }
        int slot = (int) (picture % WINDOW);
        if (picture <= highest - WINDOW || known[slot] != picture) {
            return false;
        }
        if (forwarded) {
            descriptor.renumber(
                    target,
                    shift,
                    given[slot],
                    descriptor.tl0PictureIndex() + tl0Offset & 0xff,
                    descriptor.keyIndex() + keyOffset & 0x1f);
        }
        return forwarded;
    }

    /// A new picture: whatever lies between it and the newest before was lost on the way to us and keeps a gap
    /// for it, unless it never belonged to the receiver.
    private void begin(long picture, Vp8Descriptor descriptor, boolean forwarded) {
        if (highest < 0) {
            // The first of a source. Seen from the receiver it follows the last one.
            tl0Offset = started ? lastTl0 + 1 - descriptor.tl0PictureIndex() : 0;
            keyOffset = started ? lastKey + 1 - descriptor.keyIndex() : 0;
            last = started ? last : (int) picture - 1;
            highest = picture - 1;
            started = true;
        }
        for (long missed = Math.max(highest + 1, picture - WINDOW + 1); missed < picture; missed++) {
            remember(missed, ++last);
        }
        highest = picture;
        remember(picture, forwarded ? ++last : last);
        if (forwarded) {
            lastTl0 = descriptor.tl0PictureIndex() + tl0Offset;
            lastKey = descriptor.keyIndex() + keyOffset;
        }
    }

    private void remember(long picture, int number) {
        known[(int) (picture % WINDOW)] = picture;
        given[(int) (picture % WINDOW)] = number;
    }

    /// The count nearest to the highest that ends with these bits.
    private long unwrap(int id, int bits) {
        if (highest < 0) {
            // Far from zero, so that what is older than the first stays positive.
            return (1L << 20) + id;
        }
        int unused = 32 - bits;
        return highest + ((id - (int) highest) << unused >> unused);
    }
}
