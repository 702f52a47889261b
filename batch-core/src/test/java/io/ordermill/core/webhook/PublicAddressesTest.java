package io.ordermill.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::10.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void leadInward(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.9.9.9",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "2001:200::1",
                "2606:4700::1111",
                "2a00::1",
                "64:ff9b::101:101"
            })
    void arePublic(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void readAMappedAddressAsTheOneItCarries() {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 127;
        mapped[15] = 1;
        assertThat(PublicAddresses.isPublic(mapped)).isFalse();
        mapped[12] = 9;
        assertThat(PublicAddresses.isPublic(mapped)).isTrue();
    }

    @Test
    void refuseAHostOfWhichOneAddressLeadsInward() throws UnknownHostException {
        InetAddress open = InetAddress.getByName("9.9.9.9");
        InetAddress inner = InetAddress.getByName("10.0.0.1");

        assertThat(callable(false).checked("host", new InetAddress[] {open})).containsExactly(open);
        assertThatThrownBy(() -> callable(false).checked("host", new InetAddress[] {open, inner}))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("not public");
        assertThat(callable(true).checked("host", new InetAddress[] {open, inner}))
                .hasSize(2);
    }

    @Test
    void allowPlainHttpOnlyWithPrivateAddresses() {
        assertThat(callable(false).complaint("http://9.9.9.9/")).isPresent();
        assertThat(callable(false).complaint("https://127.0.0.1/")).isPresent();
        assertThat(callable(false).complaint("https://9.9.9.9/")).isEmpty();
        assertThat(callable(true).complaint("http://127.0.0.1:8080/hook")).isEmpty();
    }

    private static CallableAddress callable(boolean allowPrivate) {
        return new CallableAddress(
                new WebhookSettings(allowPrivate, 20, 8, Duration.ofSeconds(15), Duration.ofSeconds(1)));
    }
}
