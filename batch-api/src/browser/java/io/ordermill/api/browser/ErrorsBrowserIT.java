package io.ordermill.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.ordermill.api.e2e.Tenant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(Visits.class)
class ErrorsBrowserIT {

    /** Of the kind that has been run, resolved or hidden somewhere. */
    private static final List<String> NAUGHTY = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(2)>",
            "'><svg/onload=alert(3)>",
            "javascript:alert(4)",
            "${7*7} #{7*7} [[${7*7}]] {{7*7}} __${7*7}__::.x",
            "<!--#exec cmd=\"ls\"--><b>bold</b>&lt;i&gt;&amp;",
            "'; drop table batch_operation; --",
            "</mark></code></ol></main><h1>injected</h1>",
            "z\u0338\u0321a\u0322lgo \ud83d\ude00 \u0627\u0644");

    private static final String UNSEEN = "\u202eright to left\u202c \u200bno width\ufeff";

    @Test
    void leadsFromAGroupToAnOrderWithItsMistakesMarked(Visit visit) {
        Tenant tenant = visit.signIn();
        Page page = visit.page();
        open(visit, tenant, mistakes());
        visit.screenshot("errors");
        visit.assertAccessible();

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("NESP20")))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                .containsText("NESP20");
        visit.assertAccessible();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Order at index 1"))
                .click();

        Locator mark = page.locator("mark", new Page.LocatorOptions().setHasText("NESP20"));
        assertThat(mark).hasText("\"productCode\": \"NESP20\"");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("/orderLines/0/productCode"))
                .click();
        assertThat(page.locator("li:target mark")).hasText("\"productCode\": \"NESP20\"");
        visit.screenshot("order");
        visit.assertAccessible();
        page.goBack();
        page.goBack();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                .containsText("NESP20");
    }

    @Test
    void showsNaughtyTextsAsTexts(Visit visit) {
        Tenant tenant = visit.signIn();
        Page page = visit.page();
        open(visit, tenant, naughty());
        for (String text : NAUGHTY) {
            assertThat(page.locator(".groups").textContent()).contains(text);
        }
        page.locator(".groups a bdi").first().click();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Pattern.compile("^Order at index")))
                .first()
                .click();

        assertThat(page.locator("mark", new Page.LocatorOptions().setHasText("customerId")))
                .isVisible();
        for (String text : NAUGHTY) {
            assertThat(page.locator(".json").textContent()).contains(text.replace("\"", "\\\""));
        }
        assertThat(page.locator(".json").textContent()).contains("\\u202eright to left\\u202c \\u200bno width\\ufeff");
        assertThat(page.locator("h1")).hasCount(1);
        assertThat(page.locator(".json img, .json svg, .json script, .json b")).hasCount(0);
        visit.screenshot("naughty");
    }

    @Test
    void saysThatThereIsNothingWrong(Visit visit) {
        Tenant tenant = visit.signIn();
        open(visit, tenant, "[]".getBytes(UTF_8));

        assertThat(visit.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("No errors")))
                .isVisible();
        visit.assertAccessible();
    }

    private static void open(Visit visit, Tenant tenant, byte[] file) {
        String id = tenant.caller().accepted(file, "");
        tenant.caller().awaitEnd(id);
        visit.open("/console/operations/" + id + "/errors");
    }

    private static byte[] mistakes() {
        String order = """
                {"customerId":"1000","transactionType":"SO","responsible":"FRED","salesPerson":"%s",
                 "orderLines":[{"productCode":"%s","price":50.0,"quantity":%s}]}""";
        return Stream.of(
                        order.formatted("SYSEN", "1000", "1"),
                        order.formatted("NOBODY", "NESP20", "0"),
                        order.formatted("SYSEN", "NESP20", "\"two\""),
                        "{\"customerId\":\"1015\"}")
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(UTF_8);
    }

    private static byte[] naughty() {
        List<Map<String, Object>> orders = NAUGHTY.stream()
                .map(text -> Map.<String, Object>of(
                        "customerId", text, "notes", String.join("|", NAUGHTY) + UNSEEN, "orderLines", List.of()))
                .toList();
        return JsonMapper.shared().writeValueAsBytes(orders);
    }
}
