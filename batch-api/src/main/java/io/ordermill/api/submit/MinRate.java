package io.ordermill.api.submit;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells a caller that is merely slow from one that only pretends to send: in every stretch of time a least number of bytes
 * has to arrive. Each stretch is judged alone, so that a fast beginning buys no endless end.
 */
final class MinRate {

    private final long bytesPerStretch;
    private final long stretch;
    private final LongSupplier nanoTime;
    private long beginning;
    private long arrived;

    private MinRate(long bytesPerSecond, Duration stretch, LongSupplier nanoTime) {
        this.bytesPerStretch = Math.round(bytesPerSecond * (stretch.toMillis() / 1000.0));
        this.stretch = stretch.toNanos();
        this.nanoTime = nanoTime;
        this.beginning = nanoTime.getAsLong();
    }

    static MinRate of(UploadSettings settings) {
        return of(settings, System::nanoTime);
    }

    static MinRate of(UploadSettings settings, LongSupplier nanoTime) {
        return new MinRate(settings.minRate().toBytes(), settings.minRateOver(), nanoTime);
    }

    /** True where the stretch that ends with these bytes had too few of them. */
    boolean isMissedWith(int bytes) {
        arrived += bytes;
        long now = nanoTime.getAsLong();
        if (now - beginning < stretch) {
            return false;
        }
        boolean missed = arrived < bytesPerStretch;
        beginning = now;
        arrived = 0;
        return missed;
    }
}
