package io.throughline.foundation.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileNamesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            验收报告 v1.2.pdf             | 验收报告 v1.2.pdf
            ../../etc/passwd              | passwd
            ..\\..\\windows\\win.ini      | win.ini
            /etc/shadow                   | shadow
            C:\\Users\\a\\b.txt           | b.txt
            ....//....//x.txt             | x.txt
            .htaccess                     | htaccess
            ..                            | file
            .                             | file
            /                             | file
            ...                           | file
            a<b>c:de_f?g*h.txt            | a_b_c_de_f_g_h.txt
            con                           | _con
            CON.txt                       | _CON.txt
            nul.tar.gz                    | _nul.tar.gz
            com1                          | _com1
            LPT9.log                      | _LPT9.log
            console.txt                   | console.txt
            trailing.txt...               | trailing.txt
            x.txt::$DATA                  | x.txt__$DATA
            'a;rm -rf ~.txt'              | a;rm -rf ~.txt
            %2e%2e%2fetc%2fpasswd         | %2e%2e%2fetc%2fpasswd
            ${jndi:ldap://x}.txt          | x}.txt
            """)
    void makesAPlainLabelOfAnyName(String raw, String clean) {
        assertThat(FileNames.clean(raw)).isEqualTo(clean);
    }

    @Test
    void dropsWhatCannotBeSeen() {
        assertThat(FileNames.clean("invoice\u202efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileNames.clean("a\u0000b\r\nSet-Cookie: x.txt")).isEqualTo("abSet-Cookie_ x.txt");
        assertThat(FileNames.clean("zero\u200bwidth\ufeff.pdf")).isEqualTo("zerowidth.pdf");
        assertThat(FileNames.clean("a\u00a0\u3000 b\t.pdf")).isEqualTo("a b.pdf");
        assertThat(FileNames.clean("e\u0301.txt")).isEqualTo("\u00e9.txt");
        assertThat(FileNames.clean("a\\u002fb|c<d.txt")).isEqualTo("u002fb_c_d.txt");
        assertThat(FileNames.clean(null)).isEqualTo("file");
        assertThat(FileNames.clean("   ")).isEqualTo("file");
        assertThat(FileNames.clean("\ud800broken.txt")).isEqualTo("broken.txt");
    }

    @Test
    void keepsTheExtensionOfALongName() {
        var clean = FileNames.clean("长".repeat(300) + ".pdf");

        assertThat(clean.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(200);
        assertThat(clean).endsWith("长.pdf");
        assertThat(FileNames.extension(clean)).isEqualTo("pdf");
    }

    static Stream<Long> seeds() {
        return new Random(42).longs(500).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverLeavesAPathNorChangesWhatIsClean(long seed) {
        var random = new Random(seed);
        var raw = new StringBuilder();
        for (int i = random.nextInt(120); i >= 0; i--) {
            raw.append(
                    random.nextInt(3) == 0
                            ? "./\\ :*~%\u202e\u0000\n.".charAt(random.nextInt(11))
                            : (char) random.nextInt(0x10000));
        }

        var clean = FileNames.clean(raw.toString());

        assertThat(clean)
                .isNotEmpty()
                .doesNotContain("/", "\\", "\0", "\n", "\r")
                .doesNotStartWith(".");
        assertThat(clean.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(200);
        assertThat(FileNames.clean(clean)).isEqualTo(clean);
    }
}
