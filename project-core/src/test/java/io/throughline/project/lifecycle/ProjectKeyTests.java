package io.throughline.project.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectKeyTests {

    @ParameterizedTest
    @CsvSource({"海天压缩机站, HTYSJ", "Plant Control System, PCS", "x, XP", "2026 年度大修, NDDX", "'', PRJ", "MES 上线, MSX"})
    void proposesTheInitialsOfTheName(String name, String key) {
        assertThat(ProjectKeys.initials(name)).isEqualTo(key);
    }
}
