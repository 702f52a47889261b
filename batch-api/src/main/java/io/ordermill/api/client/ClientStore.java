package io.ordermill.api.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps clients and the hashes of their secrets. */
public interface ClientStore {

    /** A client and the hash its secret must match. */
    record Registration(Client client, String secretHash) {}

    /** Finds a client; empty also for a text that cannot be a client's id. */
    Optional<Registration> find(String clientId);

    List<Client> list();

    boolean isEmpty();

    /**
     * Creates a client.
     *
     * @return false where there is one with this id already; it is left as it is
     */
    boolean create(Client client, String secretHash);

    /**
     * Replaces scopes and companies.
     *
     * @return false where there is no such client
     */
    boolean update(Client client);

    /**
     * Replaces the secret.
     *
     * @return false where there is no such client
     */
    boolean updateSecret(String clientId, String secretHash);

    /**
     * The clients with the scope {@code admin}. Until the end of the caller's transaction nobody else who asks this way gets
     * an answer, so that two do not both take away the other one.
     */
    Set<String> lockAdministrators();

    /**
     * Removes a client; what it submitted stays.
     *
     * @return false where there is no such client
     */
    boolean delete(String clientId);
}
