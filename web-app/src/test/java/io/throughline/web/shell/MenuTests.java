package io.throughline.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MenuTests {

    @ParameterizedTest
    @EnumSource(Role.class)
    void givesEveryRoleSomewhereToGo(Role role) {
        assertThat(menu(EnumSet.of(role)).phone()).isNotEmpty();
    }

    @Test
    void neverShowsMoreThanNineEntries() {
        var everything = EnumSet.complementOf(EnumSet.of(Role.CUSTOMER));

        assertThat(menu(everything).entries()).hasSizeLessThanOrEqualTo(9).doesNotHaveDuplicates();
    }

    @Test
    void showsACustomerNothingButThePortal() {
        assertThat(menu(EnumSet.of(Role.CUSTOMER)).entries())
                .extracting(MenuEntry::href)
                .allMatch(href -> href != null && href.startsWith("/portal"));
    }

    @Test
    void hidesAdministrationFromAllButAdministrators() {
        var without = EnumSet.complementOf(EnumSet.of(Role.CUSTOMER, Role.ADMIN));

        assertThat(menu(without).entries()).extracting(MenuEntry::code).doesNotContain("admin");
        assertThat(menu(EnumSet.of(Role.ADMIN)).entries())
                .extracting(MenuEntry::code)
                .contains("admin");
    }

    @Test
    void lightsTheGroupOfAChild() {
        var admin = menu(EnumSet.of(Role.ADMIN)).entries().stream()
                .filter(MenuEntry::isGroup)
                .findFirst()
                .orElseThrow();

        assertThat(admin.holds("admin.users")).isTrue();
        assertThat(admin.holds("administration")).isFalse();
        assertThat(admin.holds(null)).isFalse();
    }

    @Test
    void namesOnlyKeysThatLeadSomewhereForThePerson() {
        var technician = KeyMap.of(menu(EnumSet.of(Role.TECHNICIAN)));

        assertThat(technician)
                .filteredOn(group -> group.code().equals("go"))
                .flatExtracting(KeyMap.Group::keys)
                .extracting(KeyMap.Key::keys)
                .containsExactly("g h", "g i", "g t", "g e", "g b", "g k", "g c");
        assertThat(technician).extracting(KeyMap.Group::code).doesNotContain("new");
        assertThat(KeyMap.of(null)).extracting(KeyMap.Group::code).containsExactly("everywhere", "lists", "records");
    }

    private static Menu menu(Set<Role> roles) {
        var viewer = new Viewer(
                new UserId(1), "a", "张伟", roles, Set.of(), null, null, false, Locale.ENGLISH, ZoneOffset.UTC, false);
        return Menu.of(viewer);
    }
}
