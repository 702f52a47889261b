package io.ordermill.api.client;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clients, for administrators. */
@RestController
@RequestMapping(path = "/v1/clients", produces = MediaType.APPLICATION_JSON_VALUE)
class ClientController {

    private final ClientAdministration clients;

    ClientController(ClientAdministration clients) {
        this.clients = clients;
    }

    @RequiresScope(Scope.ADMIN)
    @GetMapping
    List<ClientView> list() {
        return clients.list();
    }

    @RequiresScope(Scope.ADMIN)
    @GetMapping("/{clientId}")
    ClientView find(@PathVariable String clientId) {
        return clients.find(clientId);
    }

    @RequiresScope(Scope.ADMIN)
    @PutMapping(path = "/{clientId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClientView> put(@PathVariable String clientId, @RequestBody ClientRequest request) {
        ClientView client = clients.put(request.toClient(clientId));
        HttpStatus status = client.clientSecret() == null ? HttpStatus.OK : HttpStatus.CREATED;
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(client);
    }

    @RequiresScope(Scope.ADMIN)
    @PostMapping("/{clientId}/secret")
    ResponseEntity<ClientView> rotateSecret(@PathVariable String clientId) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(clients.rotateSecret(clientId));
    }

    @RequiresScope(Scope.ADMIN)
    @DeleteMapping("/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String clientId) {
        clients.delete(clientId);
    }
}
