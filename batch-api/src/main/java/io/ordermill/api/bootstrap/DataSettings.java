package io.ordermill.api.bootstrap;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this process keeps files.
 *
 * @param dataDir the embedded database and {@code demo-client.json}; default {@code ./data}
 */
@ConfigurationProperties("ordermill")
public record DataSettings(@DefaultValue("./data") Path dataDir) {}
