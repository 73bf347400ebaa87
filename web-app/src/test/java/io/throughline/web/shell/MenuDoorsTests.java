package io.throughline.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the menu offers a role, the door lets it do. */
@WebTest
class MenuDoorsTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "CUSTOMER")
    void opensWhatTheMenuOffers(Role role) {
        var viewer = as.create(role);
        var menu = Menu.of(viewer);

        assertThat(Stream.concat(menu.entries().stream(), menu.creations().stream())
                        .flatMap(entry -> entry.isGroup() ? entry.children().stream() : Stream.of(entry))
                        .map(MenuEntry::href)
                        .filter(Objects::nonNull)
                        .filter(href -> !List.of(200, 302, 303).contains(status(href, viewer))))
                .isEmpty();
    }

    private int status(String href, Viewer viewer) {
        return mvc.get()
                .uri(href)
                .with(as.user(viewer))
                .exchange()
                .getResponse()
                .getStatus();
    }
}
