package io.throughline.foundation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {

    private static final List<Long> ALL = LongStream.range(0, 23).boxed().toList();

    @Test
    void walksThereAndBackWithoutLosingARow() {
        var there = new ArrayList<Long>();
        var page = ask(PageRequest.first(5));
        assertThat(page.previous()).isNull();
        while (true) {
            there.addAll(page.rows());
            if (page.next() == null) {
                break;
            }
            page = ask(PageRequest.of(page.next(), null, 5));
        }
        assertThat(there).isEqualTo(ALL);

        var back = new ArrayList<Long>(page.rows());
        while (page.previous() != null) {
            page = ask(PageRequest.of(null, page.previous(), 5));
            back.addAll(0, page.rows());
        }
        assertThat(back).isEqualTo(ALL);
    }

    @Test
    void carriesAnyTextInACursor() {
        var cursor = Cursor.of("名称 \" ' & ?", null, 7L);

        assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
        assertThat(cursor.id()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "a b", "中文"})
    void refusesWhatNeverWasACursor(String text) {
        assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void refusesACursorOfAnotherList() {
        assertThatThrownBy(() -> Cursor.of("x").value(1)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> Cursor.of("x").id()).isInstanceOf(RuleViolation.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void keepsPagesSmall(int size) {
        assertThatThrownBy(() -> PageRequest.of(null, null, size)).isInstanceOf(RuleViolation.class);
    }

    /** What a query would fetch: up to size + 1 rows past the cursor, nearest first. */
    private static Page<Long> ask(PageRequest request) {
        var cursor = request.cursor();
        var rows = ALL.stream()
                .filter(id -> cursor == null || (request.backwards() ? id < cursor.id() : id > cursor.id()))
                .sorted(request.backwards() ? java.util.Comparator.reverseOrder() : java.util.Comparator.naturalOrder())
                .limit(request.size() + 1L)
                .toList();
        return Page.cut(rows, request, id -> Cursor.of(id));
    }
}
