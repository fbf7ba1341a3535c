package chat.parley.voice.record.frame;

/// What a file says about its pictures before the first of them.
///
/// @param codec Matroska's name for it, as `V_VP8`
/// @param setup what a decoder needs beside the pictures; mostly nothing
@SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
public record Format(String codec, int width, int height, byte[] setup) {
    Format(String codec, int width, int height) {
        this(codec, width, height, new byte[0]);
    }
}
