package io.ordermill.api.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The README's lines, as printed, against a fresh start of the jar. */
class ReadmeIT {

    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void theFirstImportAndTheCommandLineWorkAsPrinted() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")) && Files.isExecutable(Path.of("/usr/bin/curl")));
        List<String> blocks = shellLinesOf("## A first import");
        List<String> commands = shellLinesOf("## Command line");
        Files.createDirectory(directory.resolve("batch-api"));
        for (String name : List.of("samples", "target")) {
            Files.createSymbolicLink(
                    directory.resolve("batch-api").resolve(name), Path.of(name).toAbsolutePath());
        }

        try (OrdermillProcess process = OrdermillProcess.onH2(directory.resolve("data"), Map.of())) {
            Caller demo = Caller.demo(process.baseUrl(), directory.resolve("data"));
            String secret = blocks.get(0);

            assertThat(run(process, secret, blocks.get(1)))
                    .startsWith("HTTP/1.1 201")
                    .contains("Location: http");
            awaitAllEnded(demo);
            assertThat(run(process, secret, blocks.get(2)))
                    .contains("\"processorResult\":\"Success\"")
                    .contains("\"succeededItems\":2");
            assertThat(run(process, secret, blocks.get(3))).startsWith("HTTP/1.1 201");
            awaitAllEnded(demo);
            assertThat(run(process, secret, blocks.get(4)))
                    .contains("\"orderNumber\":21990055")
                    .contains("Fredrik Grinøy");
            JsonNode failed = JsonMapper.shared().readTree(run(process, secret, blocks.get(5)));
            assertThat(failed.valueStream().map(order -> order.get("itemIndex").asInt()))
                    .containsExactly(1, 2, 3, 4);

            assertThat(run(process, secret, commands.get(0), commands.get(1)))
                    .contains("Completed  1 saved, 4 failed  orders-with-mistakes.json")
                    .contains("Written: failed.json")
                    .endsWith("exit code 3\n");
            assertThat(run(process, secret, commands.get(0), commands.get(2)).lines())
                    .hasSizeGreaterThan(3);
        }
    }

    private static List<String> shellLinesOf(String title) throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String section = readme.substring(readme.indexOf(title + "\n"));
        return SHELL.matcher(section.substring(0, section.indexOf("\n## ", 3)))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private String run(OrdermillProcess process, String... blocks) throws IOException, InterruptedException {
        String script = String.join("", blocks).replace("http://localhost:8080", process.baseUrl());
        Process shell = new ProcessBuilder("/bin/bash", "-e", "-c", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output;
    }

    private static void awaitAllEnded(Caller caller) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Caller.json(caller.get("/v1/batch-operations?status=N&status=W"))
                        .get("items")
                        .isEmpty());
    }
}
