package chat.parley.load.sfu.plain;

import chat.parley.media.srtp.MasterKey;
import chat.parley.media.srtp.Profile;
import java.util.Arrays;
import java.util.Base64;

/// A key and its salt as one text, as SDP has them (RFC 4568 section 6.1).
final class Keys {
    static final Profile PROFILE = Profile.AEAD_AES_128_GCM;

    private Keys() {}

    static MasterKey read(String text) {
        return of(Base64.getDecoder().decode(text));
    }

    static MasterKey of(byte[] both) {
        return new MasterKey(
                PROFILE,
                Arrays.copyOf(both, PROFILE.keyBytes),
                Arrays.copyOfRange(both, PROFILE.keyBytes, PROFILE.keyBytes + PROFILE.saltBytes));
    }
}
