package chat.parley.file.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The one thing of EXIF that a picture needs.
final class Orientation {
    private static final int TAG = 0x0112;
    private static final int TIFF_AT = 6;

    private Orientation() {}

    /// @param exif from `Exif\0\0` on
    /// @return 1 when nothing proper is said
    static int of(byte[] exif) {
        if (exif.length < TIFF_AT + 14) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(exif, TIFF_AT, exif.length - TIFF_AT).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + 12 * i;
            if (at + 12 > tiff.limit()) {
                return 1;
            }
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG) {
                int value = Short.toUnsignedInt(tiff.getShort(at + 8));
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /// EXIF that says nothing else.
    static byte[] exif(int orientation) {
        return ByteBuffer.allocate(TIFF_AT + 26)
                .put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
