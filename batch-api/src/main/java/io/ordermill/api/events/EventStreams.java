package io.ordermill.api.events;

import io.ordermill.api.client.Client;
import io.ordermill.api.client.ClientStore;
import io.ordermill.api.problem.ProblemCode;
import io.ordermill.api.problem.ProblemException;
import io.ordermill.core.operation.Operation;
import io.ordermill.core.operation.OperationStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * All streams of this process. One thread looks at the database for all of them; what they say goes through {@link Speakers},
 * so that a listener that does not read delays no other. Ends all streams before the web server waits for its last answers.
 */
@Component
class EventStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    /** Four a second, as the contract has it. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private static final int RETRY_AFTER_SECONDS = 5;

    private final OperationStore operations;
    private final ClientStore clients;
    private final EventSettings settings;
    private final Map<EventStream, Speakers.Turn> streams = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService looking;
    private volatile @Nullable Speakers speakers;
    private long clientsCheckedAt = System.nanoTime();

    EventStreams(OperationStore operations, ClientStore clients, EventSettings settings) {
        this.operations = operations;
        this.clients = clients;
        this.settings = settings;
    }

    /** Lets a stream begin, or refuses it with 503. */
    synchronized void open(EventStream stream) {
        Speakers open = speakers;
        if (open == null || streams.size() >= settings.maxStreams()) {
            throw new ProblemException(
                            ProblemCode.TOO_MANY_STREAMS,
                            "No more event streams can be opened here at the moment. Try again, or ask for the status.")
                    .retryAfter(RETRY_AFTER_SECONDS);
        }
        Speakers.Turn turn = open.turnOf(() -> streams.remove(stream));
        stream.emitter().onCompletion(() -> streams.remove(stream));
        stream.emitter().onError(gone -> streams.remove(stream));
        streams.put(stream, turn);
        turn.take(stream::begin);
    }

    int size() {
        return streams.size();
    }

    /** Looks once, for all. */
    void look() {
        Map<EventStream, Speakers.Turn> due = due();
        if (due.isEmpty()) {
            return;
        }
        try {
            Map<UUID, Operation> now =
                    operations
                            .findAll(due.keySet().stream()
                                    .map(EventStream::operationId)
                                    .collect(Collectors.toSet()))
                            .stream()
                            .collect(Collectors.toMap(Operation::operationId, Function.identity()));
            due.forEach((stream, turn) -> turn.take(() -> say(stream, now.get(stream.operationId()))));
            endForbidden(due);
        } catch (RuntimeException e) {
            LOG.warn(
                    "could not look at the followed operations; their streams wait for the next look: {}",
                    e.toString());
        }
    }

    /** Not those that have just begun, for they spoke already. */
    private Map<EventStream, Speakers.Turn> due() {
        return streams.entrySet().stream()
                .filter(stream -> stream.getKey().age().compareTo(LOOK_EVERY) >= 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void say(EventStream stream, @Nullable Operation operation) throws IOException {
        if (operation == null || stream.age().compareTo(settings.lifetime()) > 0) {
            stream.end();
            return;
        }
        stream.show(operation);
        stream.keepAlive(settings.heartbeatInterval());
    }

    private void endForbidden(Map<EventStream, Speakers.Turn> open) {
        if (System.nanoTime() - clientsCheckedAt
                < settings.clientCheckInterval().toNanos()) {
            return;
        }
        clientsCheckedAt = System.nanoTime();
        Map<String, Client> known =
                clients.list().stream().collect(Collectors.toMap(Client::clientId, Function.identity()));
        open.forEach((stream, turn) -> {
            if (Optional.ofNullable(known.get(stream.clientId()))
                    .filter(stream::isPermittedTo)
                    .isEmpty()) {
                streams.remove(stream);
                turn.takeLast(stream::end);
            }
        });
    }

    @Override
    public synchronized void start() {
        CustomizableThreadFactory thread = new CustomizableThreadFactory("events-look-");
        thread.setDaemon(true);
        looking = Executors.newSingleThreadScheduledExecutor(thread);
        var unused = looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        speakers = new Speakers();
    }

    // Nothing is interrupted: embedded H2 would close its file under a thread that reads.
    @Override
    public synchronized void stop() {
        Speakers open = speakers;
        if (looking != null && open != null) {
            looking.shutdown();
            speakers = null;
            List.copyOf(streams.entrySet()).forEach(stream -> stream.getValue().takeLast(stream.getKey()::end));
            streams.clear();
            open.close();
        }
    }

    @Override
    public boolean isRunning() {
        return speakers != null;
    }
}
