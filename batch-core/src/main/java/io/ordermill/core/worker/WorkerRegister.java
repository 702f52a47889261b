package io.ordermill.core.worker;

import java.time.Duration;
import java.util.List;

/** Where workers say that they live. */
public interface WorkerRegister {

    /** Tells that a worker lives, and enters one that is not in the register. */
    void heartbeat(String name, int slots, Duration deathLimit);

    /** Takes out a worker that ends. */
    void remove(String name);

    /** Takes out all others: for a worker that knows to be the only one. */
    void removeAllBut(String name);

    /** By name; without those that have been silent for an hour, which are gone and forgotten. */
    List<Worker> list();
}
