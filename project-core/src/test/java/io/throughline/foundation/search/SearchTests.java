package io.throughline.foundation.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CoreTest
class SearchTests {

    private static final Viewer AGENT = viewer(Set.of(Role.SUPPORT_AGENT), null);

    @Autowired
    Search search;

    @Autowired
    SearchIndex index;

    @BeforeEach
    void fill() {
        index.put(entry(1, "TK-2026-000042-1", "打印机无法连接", "换了网线以后，售后服务 SLA 仍未恢复。", Set.of("staff")));
        index.put(entry(2, "TK-2026-000043-9", "申请培训", "It's about O'Brien's \\ 50% & more", Set.of("staff")));
        index.put(new SearchEntry(
                new SubjectRef("CONTACT", 3), null, "张伟", "", Set.of("staff", "customer:5"), "/c", Set.of("张伟")));
    }

    @Test
    void showsTheTextInTheWritersLettersWithTheFindMarked() {
        var hit = search.find(AGENT, "sla", null, 10).get(0);
        assertThat(hit.excerpt()).extracting(Piece::text).containsExactly("换了网线以后，售后服务 ", "SLA", " 仍未恢复。");
        assertThat(hit.excerpt()).extracting(Piece::found).containsExactly(false, true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "售后, 1",
        "服务, 1",
        "务, 1",
        "打印机无法, 1",
        "sla, 1",
        "ＳＬＡ, 1",
        "TK-2026-000042-1, 1",
        "000042, 1",
        "zw, 3",
        "zhangwei, 3",
        "张伟, 3",
        "张, 3",
        "o'brien, 2",
        "train, -1",
        "服打, -1",
        "务售, -1",
        "机连接, -1"
    })
    void findsChineseEnglishNumbersAndPinyin(String typed, long expected) {
        var hits = search.find(AGENT, typed, null, 10);

        assertThat(hits.stream().map(Search.Hit::id).toList())
                .isEqualTo(expected < 0 ? java.util.List.of() : java.util.List.of(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "'", "\\", "!!&|", "':*", "<->", "😀"})
    void survivesAnythingTyped(String typed) {
        assertThat(search.find(AGENT, typed, null, 10)).isEmpty();
    }

    @Test
    void showsACustomerOnlyTheOwnRecords() {
        assertThat(search.find(viewer(Set.of(Role.CUSTOMER), 5L), "张伟", null, 10))
                .hasSize(1);
        assertThat(search.find(viewer(Set.of(Role.CUSTOMER), 6L), "张伟", null, 10))
                .isEmpty();
        assertThat(search.find(viewer(Set.of(Role.CUSTOMER), 5L), "打印机", null, 10))
                .isEmpty();
    }

    @Test
    void takesTheNewestTextOfARecord() {
        index.put(entry(1, "TK-2026-000042-1", "路由器更换", "", Set.of("staff")));

        assertThat(search.find(AGENT, "打印机", null, 10)).isEmpty();
        assertThat(search.find(AGENT, "路由器", null, 10)).hasSize(1);
    }

    @Test
    void indexesAnyLength() {
        index.put(entry(9, null, "长文", "汉字".repeat(100_000) + "\u0000", Set.of("staff")));

        assertThat(search.find(AGENT, "长文", null, 10)).hasSize(1);
    }

    private static SearchEntry entry(long id, String number, String title, String text, Set<String> scopes) {
        return new SearchEntry(
                new SubjectRef("TICKET", id), number, title, text, scopes, "/tickets/" + number, Set.of());
    }

    private static Viewer viewer(Set<Role> roles, Long customer) {
        return new Viewer(
                new UserId(77),
                "v",
                "V",
                roles,
                Set.of(),
                customer,
                customer,
                customer != null,
                Locale.SIMPLIFIED_CHINESE,
                ZoneOffset.UTC,
                false);
    }
}
