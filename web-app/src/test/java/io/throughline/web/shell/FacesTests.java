package io.throughline.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacesTests {

    @ParameterizedTest
    @CsvSource({"张伟, 张伟", "李秀英, 秀英", "欧阳震华, 震华", "Anna Lindqvist, AL", "anna, A", "'', –", "王（外）, 王外"})
    void showsTheLastTwoCharactersOrTheInitials(String name, String shown) {
        assertThat(new Faces().initials(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"张伟", "Anna Lindqvist", "''"})
    void givesEachNameOneOfEightTones(String name) {
        assertThat(new Faces().tone(name)).isBetween(0, 7);
    }
}
