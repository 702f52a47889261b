package io.ordermill.core.operation;

import java.util.UUID;

/** Who should have the slots of all workers, while more want one than there are. */
public interface SlotSharing {

    /**
     * Lets an operation that waits pass one that runs, where it has a better right to a slot: its company has fewer running,
     * or as many and its file is of a smaller class. It is put at the head of the queue; the running one keeps its place.
     *
     * @return true where the running one is to give up its slot
     */
    boolean letPass(UUID running);
}
