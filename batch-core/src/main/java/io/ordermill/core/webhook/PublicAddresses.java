package io.ordermill.core.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells public addresses from those that lead into a network of the operator's own: loopback, private, link-local (where
 * clouds keep their metadata), shared, reserved, documentation and multicast ranges of the IANA registries, also inside IPv6
 * addresses that carry an IPv4 one.
 */
public final class PublicAddresses {

    private static final List<Range> CLOSED_V4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Beside everything outside of global unicast. */
    private static final List<Range> CLOSED_V6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static final Range GLOBAL_UNICAST = Range.of("2000::/3");

    /** NAT64: how a network without IPv4 sees every IPv4 host. */
    private static final Range TRANSLATED_V4 = Range.of("64:ff9b::/96");

    /** Java gives these as IPv4 addresses; should one be made otherwise, it is read the same way. */
    private static final Range MAPPED_V4 = Range.of("::ffff:0:0/96");

    private static final int V4_BYTES = 4;

    private PublicAddresses() {}

    public static boolean contain(InetAddress address) {
        return isPublic(address.getAddress());
    }

    static boolean isPublic(byte[] address) {
        if (address.length == V4_BYTES) {
            return CLOSED_V4.stream().noneMatch(range -> range.contains(address));
        }
        if (TRANSLATED_V4.contains(address) || MAPPED_V4.contains(address)) {
            return isPublic(Arrays.copyOfRange(address, address.length - V4_BYTES, address.length));
        }
        return GLOBAL_UNICAST.contains(address) && CLOSED_V6.stream().noneMatch(range -> range.contains(address));
    }

    private static List<Range> ranges(String... texts) {
        return Arrays.stream(texts).map(Range::of).toList();
    }

    private static final class Range {

        private final byte[] prefix;
        private final int bits;

        private Range(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        static Range of(String text) {
            int slash = text.indexOf('/');
            return new Range(bytes(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }

        private static byte[] bytes(String literal) {
            try {
                byte[] address = InetAddress.getByName(literal).getAddress();
                return literal.startsWith("::ffff") ? mapped(address) : address;
            } catch (UnknownHostException noLiteral) {
                throw new IllegalStateException(noLiteral);
            }
        }

        private static byte[] mapped(byte[] v4) {
            byte[] v6 = new byte[16];
            v6[10] = (byte) 0xff;
            v6[11] = (byte) 0xff;
            System.arraycopy(v4, 0, v6, 12, V4_BYTES);
            return v6;
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
