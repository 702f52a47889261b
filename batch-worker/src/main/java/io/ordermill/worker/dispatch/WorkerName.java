package io.ordermill.worker.dispatch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** How a scheduler of this process signs what it picks. */
public final class WorkerName {

    private WorkerName() {}

    /** With the host's name, and unique, for several workers may run on one host. */
    public static String unique() {
        String suffix = "-" + UUID.randomUUID().toString().substring(0, 8);
        try {
            return InetAddress.getLocalHost().getHostName() + suffix;
        } catch (UnknownHostException e) {
            return "worker" + suffix;
        }
    }
}
