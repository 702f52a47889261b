package io.ordermill.core.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Remembers rows, and that there is none, under the version of the company's reference data: a change makes a new version,
 * under which nothing is remembered yet. So a page costs one small query for the version and, where it asks for something
 * new, one for each kind.
 */
@Component
class CachedReferenceResolver implements ReferenceResolver {

    /** Kinds whose rows point to others, by the member that does. */
    private static final Map<ReferenceKind, Map<String, ReferenceKind>> LEADING_ON = Map.of(
            ReferenceKind.CUSTOMERS, Map.of("currencyCode", ReferenceKind.CURRENCIES),
            ReferenceKind.PRODUCTS,
                    Map.of(
                            "unit", ReferenceKind.UNITS,
                            "account", ReferenceKind.ACCOUNTS,
                            "taxCode", ReferenceKind.TAX_CODES),
            ReferenceKind.TRANSACTION_TYPES, Map.of("numberSeries", ReferenceKind.NUMBER_SERIES));

    private final ReferenceLookup lookup;
    private final ReferenceVersions versions;
    private final Cache<RowKey, Optional<ReferenceRow>> rows;
    private final Cache<Version, Set<ReferenceKind>> kindsInUse;

    @Autowired
    CachedReferenceResolver(ReferenceLookup lookup, ReferenceVersions versions, ReferenceSettings settings) {
        this(lookup, versions, settings, Ticker.systemTicker());
    }

    CachedReferenceResolver(
            ReferenceLookup lookup, ReferenceVersions versions, ReferenceSettings settings, Ticker ticker) {
        this.lookup = lookup;
        this.versions = versions;
        this.rows = cache(settings, ticker).build();
        this.kindsInUse = cache(settings, ticker).build();
    }

    private static Caffeine<Object, Object> cache(ReferenceSettings settings, Ticker ticker) {
        return Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(settings.cacheFor())
                .maximumSize(settings.cacheSize());
    }

    @Override
    public References resolve(String companyId, Set<ReferenceKey> keys) {
        Version version = new Version(companyId, versions.current(companyId));
        Map<ReferenceKey, Optional<ReferenceRow>> resolved = new HashMap<>(find(version, leadingOn(keys)));
        Set<ReferenceKey> others = new HashSet<>(keys);
        resolved.forEach((key, row) -> row.ifPresent(found -> others.addAll(ledToBy(key.kind(), found))));
        others.removeAll(resolved.keySet());
        resolved.putAll(find(version, others));
        return new ResolvedReferences(
                resolved, kindsInUse.get(version, missing -> lookup.kindsInUse(missing.companyId)));
    }

    private static Set<ReferenceKey> leadingOn(Set<ReferenceKey> keys) {
        return keys.stream().filter(key -> LEADING_ON.containsKey(key.kind())).collect(toSet());
    }

    private static List<ReferenceKey> ledToBy(ReferenceKind kind, ReferenceRow row) {
        List<ReferenceKey> keys = new ArrayList<>();
        LEADING_ON.getOrDefault(kind, Map.of()).forEach((member, target) -> {
            if (row.values().get(member) instanceof String value && !value.isEmpty()) {
                keys.add(new ReferenceKey(target, value));
            }
        });
        return keys;
    }

    private Map<ReferenceKey, Optional<ReferenceRow>> find(Version version, Set<ReferenceKey> keys) {
        Map<ReferenceKey, Optional<ReferenceRow>> known = new HashMap<>();
        for (ReferenceKey key : keys) {
            Optional<ReferenceRow> row = rows.getIfPresent(new RowKey(version, key));
            if (row != null) {
                known.put(key, row);
            }
        }
        Map<ReferenceKind, List<String>> unknown = keys.stream()
                .filter(key -> !known.containsKey(key))
                .collect(groupingBy(ReferenceKey::kind, mapping(ReferenceKey::value, toList())));
        unknown.forEach((kind, values) -> {
            Map<ReferenceKey, ReferenceRow> found = lookup.find(version.companyId, kind, values);
            for (String value : values) {
                ReferenceKey key = new ReferenceKey(kind, value);
                Optional<ReferenceRow> row = Optional.ofNullable(found.get(key));
                rows.put(new RowKey(version, key), row);
                known.put(key, row);
            }
        });
        return known;
    }

    private record Version(String companyId, long number) {}

    private record RowKey(Version version, ReferenceKey key) {}
}
