package io.ordermill.core.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which URLs and addresses may be called. Asked when a webhook is registered, and of the very addresses a call connects to. */
@Component
public class CallableAddress {

    private static final int LONGEST_URL = 2_000;

    private final boolean allowPrivate;

    CallableAddress(WebhookSettings settings) {
        this.allowPrivate = settings.allowPrivateAddresses();
    }

    /** What is wrong with a URL, its host resolved; empty where nothing is. */
    public Optional<String> complaint(String url) {
        return shape(url).or(() -> {
            try {
                resolve(URI.create(url).getHost());
                return Optional.empty();
            } catch (UnknownHostException unusable) {
                return Optional.of(String.valueOf(unusable.getMessage()));
            }
        });
    }

    /**
     * Resolves a host.
     *
     * @throws UnknownHostException also where one of its addresses may not be called, for which one is connected to is chance
     */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return checked(host, lookup(host));
    }

    private static InetAddress[] lookup(String host) throws UnknownHostException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new UnknownHostException("The host " + host + " has no address.");
        }
    }

    InetAddress[] checked(String host, InetAddress[] addresses) throws UnknownHostException {
        if (!allowPrivate && !Arrays.stream(addresses).allMatch(PublicAddresses::contain)) {
            throw new UnknownHostException("The host " + host + " has an address that is not public.");
        }
        return addresses;
    }

    private Optional<String> shape(String url) {
        if (url.length() > LONGEST_URL) {
            return Optional.of("The URL is longer than " + LONGEST_URL + " characters.");
        }
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("The URL cannot be read.");
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !(allowPrivate && "http".equalsIgnoreCase(uri.getScheme()))) {
            return Optional.of("The URL must begin with https://.");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty() || uri.getPort() == 0 || uri.getPort() > 65_535) {
            return Optional.of("The URL names no host, or a port that cannot be.");
        }
        return uri.getRawUserInfo() == null && uri.getRawFragment() == null
                ? Optional.empty()
                : Optional.of("The URL must have neither credentials nor a fragment.");
    }
}
