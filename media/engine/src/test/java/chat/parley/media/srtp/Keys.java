package chat.parley.media.srtp;

import java.util.Random;

/// Keys and packets for the tests of this package.
final class Keys {
    private Keys() {}

    static MasterKey random(Profile profile, Random random) {
        byte[] key = new byte[profile.keyBytes];
        byte[] salt = new byte[profile.saltBytes];
        random.nextBytes(key);
        random.nextBytes(salt);
        return new MasterKey(profile, key, salt);
    }
}
