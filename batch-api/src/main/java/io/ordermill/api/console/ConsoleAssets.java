package io.ordermill.api.console;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Styles, scripts and htmx. Their path holds a digest over all of them, so browsers may keep them for ever and never mix those
 * of two releases, also where one script imports another.
 */
@Component
class ConsoleAssets implements WebMvcConfigurer {

    static final String PATH = "/console/assets";

    private static final String OURS = "classpath:/static/console/";
    private static final String WEBJAR = "META-INF/resources/webjars/htmx.org/";
    private static final String HTMX = "/dist/htmx.min.js";
    private static final int DIGEST_LENGTH = 12;

    private final String htmxDirectory;
    private final String path;

    ConsoleAssets() throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        Resource htmx = resolver.getResources("classpath*:/" + WEBJAR + "*" + HTMX)[0];
        htmxDirectory = "classpath:/" + WEBJAR + version(htmx) + "/dist/";
        List<Resource> all = Stream.concat(Stream.of(htmx), Arrays.stream(resolver.getResources(OURS + "*")))
                .sorted(Comparator.comparing(asset -> String.valueOf(asset.getFilename())))
                .toList();
        path = PATH + "/" + digest(all);
    }

    /** Of the directory they are in. */
    String path() {
        return path;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(path + "/**")
                .addResourceLocations(OURS, htmxDirectory)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    private static String version(Resource htmx) throws IOException {
        String url = htmx.getURL().toString();
        return url.substring(url.indexOf(WEBJAR) + WEBJAR.length(), url.length() - HTMX.length());
    }

    private static String digest(List<Resource> assets) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (Resource asset : assets) {
            digest.update(asset.getContentAsByteArray());
        }
        return Hex.encodeHexString(digest.digest()).substring(0, DIGEST_LENGTH);
    }
}
