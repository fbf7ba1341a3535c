package chat.parley.media.srtp;

import org.jspecify.annotations.Nullable;

/// The replay windows of a peer's sources by SSRC: a hash table with open addressing and a bound. A peer that
/// makes up more sources than that is not heard on the further ones.
final class Sources {
    static final int MAX = 256;
    private static final int SLOTS_MAX = 4 * MAX;

    private int[] keys = new int[16];
    private @Nullable ReplayWindow[] windows = new @Nullable ReplayWindow[16];
    private int count;

    @Nullable
    ReplayWindow find(int ssrc) {
        return windows[slot(ssrc)];
    }

    /// False when there is no room.
    boolean add(int ssrc, ReplayWindow window) {
        if (count == MAX) {
            return false;
        }
        if (4 * ++count > windows.length && windows.length < SLOTS_MAX) {
            grow();
        }
        put(ssrc, window);
        return true;
    }

    private void grow() {
        var oldKeys = keys;
        var oldWindows = windows;
        keys = new int[2 * oldKeys.length];
        windows = new @Nullable ReplayWindow[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            var window = oldWindows[i];
            if (window != null) {
                put(oldKeys[i], window);
            }
        }
    }

    private void put(int ssrc, ReplayWindow window) {
        int slot = slot(ssrc);
        keys[slot] = ssrc;
        windows[slot] = window;
    }

    private int slot(int ssrc) {
        int mask = keys.length - 1;
        int slot = (ssrc * 0x9e37_79b9) >>> 16 & mask;
        while (windows[slot] != null && keys[slot] != ssrc) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
