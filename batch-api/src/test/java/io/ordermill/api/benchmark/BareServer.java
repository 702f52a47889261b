package io.ordermill.api.benchmark;

import io.ordermill.core.testing.TestDatabase;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * What taking an upload costs at the least: Tomcat in a process of its own, no authentication, no parsing, no checksum, no
 * queue. It writes the body as it arrives, the few bytes of the form around the file included, into the rows the product
 * would write ({@code upload} and {@code upload_chunk} of 1 MiB), over one open connection in one transaction by plain JDBC,
 * commits and answers 201.
 */
final class BareServer implements AutoCloseable {

    private static final int CHUNK_SIZE = 1 << 20;

    private final Process process;
    private final String baseUrl;

    private BareServer(Process process, String baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    static BareServer start(TestDatabase database) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        database.url(),
                        database.user(),
                        database.password())
                .redirectError(new File("target/bare-server.log"))
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String port = out.readLine();
        if (port == null) {
            throw new IllegalStateException("the bare server did not start; see target/bare-server.log");
        }
        return new BareServer(process, "http://127.0.0.1:" + port);
    }

    String baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The server's own process: writes its port to standard output. */
    public static void main(String[] database) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "store", new Store(database));
        context.addServletMappingDecoded("/*", "store");
        tomcat.start();
        System.out.println(tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }

    private static final class Store extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient Connection connection;

        Store(String[] database) throws SQLException {
            connection = DriverManager.getConnection(database[0], database[1], database[2]);
            connection.setAutoCommit(false);
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                store(request.getInputStream());
            } catch (SQLException e) {
                throw new IOException(e);
            }
            response.setStatus(HttpServletResponse.SC_CREATED);
        }

        private void store(InputStream body) throws IOException, SQLException {
            UUID id = UUID.randomUUID();
            try (PreparedStatement upload = connection.prepareStatement(
                            "insert into upload (upload_id, size, sha256, stored_at) values (?, 0, '', now())");
                    PreparedStatement chunk = connection.prepareStatement(
                            "insert into upload_chunk (upload_id, chunk_no, content) values (?, ?, ?)")) {
                upload.setObject(1, id);
                upload.executeUpdate();
                chunk.setObject(1, id);
                int number = 0;
                for (byte[] bytes = body.readNBytes(CHUNK_SIZE);
                        bytes.length > 0;
                        bytes = body.readNBytes(CHUNK_SIZE)) {
                    chunk.setInt(2, number++);
                    chunk.setBytes(3, bytes);
                    chunk.executeUpdate();
                }
            }
            connection.commit();
        }
    }
}
