package io.ordermill.worker.dispatch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How this process signs what it picks from a queue, and itself in the register of workers. */
@Component
public final class WorkerName {

    private final String text = unique();

    WorkerName() {}

    /** With the host's name, and unique, for several workers may run on one host. */
    private static String unique() {
        String suffix = "-" + UUID.randomUUID().toString().substring(0, 8);
        try {
            return InetAddress.getLocalHost().getHostName() + suffix;
        } catch (UnknownHostException e) {
            return "worker" + suffix;
        }
    }

    public String text() {
        return text;
    }
}
