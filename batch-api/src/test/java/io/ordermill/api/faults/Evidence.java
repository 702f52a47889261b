package io.ordermill.api.faults;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the client of one import knows: what it sent, which operation it was given, every answer in the order it came, and the
 * results once there were any.
 *
 * @param bystander the faults were not meant for this one
 */
record Evidence(
        UUID operationId,
        List<ExpectedItem> file,
        List<Sighting> sightings,
        @Nullable Listing results,
        boolean bystander) {}
