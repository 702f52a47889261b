package io.ordermill.worker.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.ordermill.core.webhook.CallableAddress;
import io.ordermill.core.webhook.WebhookDelivery;
import io.ordermill.core.webhook.WebhookDelivery.Attempt;
import io.ordermill.core.webhook.WebhookSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Calls receivers. Every call resolves the host anew, and what it connects to are the very addresses that were checked, so
 * that a name which changes its mind in between gains nothing. No redirects, no cookies, no retries of the client's own; of
 * the answer only the head is read.
 */
@Component
class WebhookCaller implements AutoCloseable {

    private static final int SHOWN_ERROR = 200;

    private final Payload payload;
    private final WebhookSettings settings;
    private final Clock clock;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines;

    WebhookCaller(Payload payload, CallableAddress addresses, WebhookSettings settings, Clock clock) {
        this.payload = payload;
        this.settings = settings;
        this.clock = clock;
        this.http = client(addresses, settings);
        CustomizableThreadFactory thread = new CustomizableThreadFactory("webhook-deadline-");
        thread.setDaemon(true);
        this.deadlines = Executors.newSingleThreadScheduledExecutor(thread);
    }

    private static CloseableHttpClient client(CallableAddress addresses, WebhookSettings settings) {
        Timeout timeout = Timeout.of(settings.timeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver(addresses))
                        .setMaxConnTotal(settings.threads())
                        .setMaxConnPerRoute(settings.threads())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .setUserAgent("Ordermill")
                .build();
    }

    private static DnsResolver resolver(CallableAddress addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return addresses.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    /** Makes the next attempt; never throws for what the receiver does. */
    Attempt call(WebhookDelivery.Task task) {
        int number = task.delivery().attempts().size() + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        HttpPost call = request(task, now);
        // A receiver that sends a byte now and then would never meet the timeouts of the client.
        var deadline = deadlines.schedule(call::cancel, settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse answer =
                http.executeOpen(RoutingSupport.determineHost(call), call, HttpClientContext.create())) {
            return new Attempt(number, now, answer.getCode(), null);
        } catch (IOException | HttpException failure) {
            return new Attempt(number, now, null, reason(failure, call.isCancelled()));
        } finally {
            deadline.cancel(false);
        }
    }

    private HttpPost request(WebhookDelivery.Task task, Instant now) {
        String id = task.delivery().deliveryId().toString();
        String body = payload.of(task);
        HttpPost call = new HttpPost(task.webhook().url());
        call.setHeader("webhook-id", id);
        call.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        call.setHeader("webhook-signature", sign(task, id, now.getEpochSecond(), body));
        call.setEntity(new ByteArrayEntity(body.getBytes(UTF_8), ContentType.APPLICATION_JSON));
        return call;
    }

    private static String sign(WebhookDelivery.Task task, String id, long timestamp, String body) {
        try {
            return new Webhook(task.secret().value()).sign(id, timestamp, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException impossible) {
            throw new IllegalStateException("cannot sign", impossible);
        }
    }

    private String reason(Exception failure, boolean tooLate) {
        if (tooLate || failure instanceof InterruptedIOException) {
            return "No answer within " + settings.timeout().toMillis() + " ms.";
        }
        String message = failure instanceof UnknownHostException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return message.length() > SHOWN_ERROR ? message.substring(0, SHOWN_ERROR) : message;
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdown();
        http.close();
    }
}
