package chat.parley.base.web;

import java.net.InetAddress;

/// A range of addresses, as in `10.0.0.0/8` or `fd00::/8`; a single address is a range of one.
public record Network(InetAddress base, int bits) {
    /// @throws IllegalArgumentException when the text is none
    public static Network of(String text) {
        var parts = text.strip().split("/", 2);
        var base = InetAddress.ofLiteral(parts[0]);
        int all = base.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("Not a network: " + text);
        }
        return new Network(base, bits);
    }

    public boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int shift = Byte.SIZE - 1 - bit % Byte.SIZE;
            if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) >> shift & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
