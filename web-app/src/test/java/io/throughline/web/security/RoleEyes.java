package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What somebody finds at an address, and everywhere a record of {@link RoleWorld} could show itself. */
@TestComponent
@RequiredArgsConstructor
class RoleEyes {

    private final MockMvcTester mvc;
    private final SignInAs as;
    private final RoleWorld world;

    void seesOneTicketOnly(Viewer viewer, String own, String foreign) {
        assertThat(page(viewer, "/tickets?view=all")).contains(own).doesNotContain(foreign);
        assertThat(call(viewer, "/api/v1/tickets?view=all")).contains(own).doesNotContain(foreign);
        assertThat(page(viewer, "/tickets.csv?view=all")).contains(own).doesNotContain(foreign);
        assertThat(page(viewer, "/search?q=主轴")).contains(own).doesNotContain(foreign);
        assertThat(status(viewer, "/tickets/" + own)).isEqualTo(200);
        assertThat(status(viewer, "/tickets/" + foreign)).isEqualTo(404);
        assertThat(status(viewer, "/api/v1/tickets/" + foreign)).isEqualTo(404);
    }

    void seesOneCustomerOnly(Viewer viewer, String name, String own, String foreign) {
        var others = Map.of("海天", "蓝山", "蓝山", "海天").get(name);
        assertThat(page(viewer, "/customers")).contains(name).doesNotContain(others);
        assertThat(page(viewer, "/customers.csv")).contains(own).doesNotContain(foreign);
        assertThat(call(viewer, "/api/v1/customers")).contains(own).doesNotContain(foreign);
        assertThat(page(viewer, "/search?q=" + name)).contains("/customers/" + own);
        assertThat(page(viewer, "/search?q=" + others)).doesNotContain("/customers/" + foreign);
        assertThat(call(viewer, "/search/suggest?q=" + others)).doesNotContain("/customers/" + foreign);
        for (var part : new String[] {"", "/projects", "/tickets", "/contacts", "/documents"}) {
            assertThat(status(viewer, "/customers/" + own + part)).isEqualTo(200);
            assertThat(status(viewer, "/customers/" + foreign + part)).isEqualTo(404);
        }
        assertThat(status(viewer, "/api/v1/customers/" + foreign)).isEqualTo(404);
        assertThat(status(viewer, "/api/v1/customers/" + foreign + "/contacts")).isEqualTo(404);
    }

    void seesNoCustomer(Viewer viewer) {
        assertThat(status(viewer, "/customers/" + RoleWorld.HAITIAN)).isIn(403, 404);
        assertThat(status(viewer, "/api/v1/customers/" + RoleWorld.HAITIAN)).isIn(403, 404);
        assertThat(status(viewer, "/activity?subject=CUSTOMER/" + world.haitian))
                .isEqualTo(404);
        assertThat(page(viewer, "/search?q=海天")).doesNotContain("/customers/");
    }

    int status(Viewer viewer, String address) {
        return mvc.get()
                .uri(address)
                .with(as.user(viewer))
                .exchange()
                .getResponse()
                .getStatus();
    }

    /** The page's own words, without the frame: a search box shows what was looked for. */
    String page(Viewer viewer, String address) {
        var answer = call(viewer, address);
        int main = answer.indexOf("<main");
        return main < 0 ? answer : answer.substring(main, answer.indexOf("</main>"));
    }

    String call(Viewer viewer, String address) {
        var answer = mvc.get().uri(address).with(as.user(viewer)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
