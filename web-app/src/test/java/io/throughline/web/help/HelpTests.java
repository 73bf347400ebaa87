package io.throughline.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.test.SignInAs;
import io.throughline.test.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class HelpTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Test
    void showsTheGuideInTheReadersLanguage() {
        assertThat(mvc.get().uri("/help").with(as.staff(Role.SUPPORT_AGENT)))
                .hasStatusOk()
                .bodyText()
                .contains("项目经理", "阶段门评审", "<strong>新建工单</strong>")
                .doesNotContain("staff --");
        assertThat(mvc.get().uri("/help?lang=en").with(as.staff(Role.SUPPORT_AGENT)))
                .bodyText()
                .contains("Project manager", "Gate review");
    }

    @Test
    void showsCustomersTheirPartOnly() {
        assertThat(mvc.get().uri("/help").with(as.staff(Role.CUSTOMER)))
                .hasStatusOk()
                .bodyText()
                .contains("客户门户", "提出问题")
                .doesNotContain("审计日志");
    }

    @Test
    void asksForASignIn() {
        assertThat(mvc.get().uri("/help")).hasStatus3xxRedirection();
    }
}
