package io.ordermill.api.events;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that write to listeners. Writing to one that does not read blocks until the server's write timeout; meanwhile
 * its turns are passed over, and the others have the remaining threads.
 */
final class Speakers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Speakers.class);
    private static final int THREADS = 4;

    private final ExecutorService threads;

    Speakers() {
        CustomizableThreadFactory names = new CustomizableThreadFactory("events-speak-");
        names.setDaemon(true);
        this.threads = Executors.newFixedThreadPool(THREADS, names);
    }

    /** Something to say. */
    interface Speech {
        void give() throws IOException;
    }

    Turn turnOf(Runnable onceGone) {
        return new Turn(onceGone);
    }

    /** What has been said last is left to be sent. */
    @Override
    public void close() {
        threads.shutdown();
    }

    /** A listener's place: one speech at a time. */
    final class Turn {

        private final AtomicBoolean taken = new AtomicBoolean();
        private final Runnable onceGone;

        private Turn(Runnable onceGone) {
            this.onceGone = onceGone;
        }

        /** Passed over while the one before is not through: the next look brings what is newer still. */
        void take(Speech speech) {
            if (taken.compareAndSet(false, true)) {
                threads.execute(() -> {
                    try {
                        give(speech);
                    } finally {
                        taken.set(false);
                    }
                });
            }
        }

        /** Never passed over. */
        void takeLast(Speech speech) {
            threads.execute(() -> give(speech));
        }

        private void give(Speech speech) {
            try {
                speech.give();
            } catch (IOException | RuntimeException gone) {
                LOG.debug("a listener has gone", gone);
                onceGone.run();
            }
        }
    }
}
