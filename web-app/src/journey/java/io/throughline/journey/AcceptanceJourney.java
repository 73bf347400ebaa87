package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deliverable is handed to the customer, who sees the milestones, reads the criteria, signs and has it. */
class AcceptanceJourney {

    private static final String PROJECT = "HDZC2";

    @ParameterizedTest
    @EnumSource
    void fromTheSubmissionToTheSignature(Lang lang) {
        var name = "六巷道联调报告 " + lang + " " + System.nanoTime();
        submit(name, lang);
        try (var customer = SignedIn.as("customer", lang, Theme.LIGHT, Width.PHONE)) {
            accept(customer, name);
        }
    }

    /** Reads and signs by plain forms too. */
    @ParameterizedTest
    @EnumSource
    void signsWithScriptsSwitchedOff(Lang lang) {
        var name = "备件清单 " + lang + " " + System.nanoTime();
        submit(name, lang);
        try (var customer = SignedIn.withoutScript("customer", lang)) {
            accept(customer, name);
        }
    }

    private static void submit(String name, Lang lang) {
        try (var pm = SignedIn.as("pm", lang)) {
            pm.open("/projects/" + PROJECT + "/deliverables/new");
            pm.page().locator("#name").fill(name);
            pm.page().locator("#criteria").fill("连续运行 72 小时无停机。");
            pm.press("shell.save");
            pm.reads(name);
            pm.page().locator("form[action$='/submission'] button").click();
            assertThat(pm.page().locator(".page-title")).containsText(pm.word("enum.DeliverableStatus.SUBMITTED"));
        }
    }

    private static void accept(SignedIn customer, String name) {
        customer.open("/portal/projects");
        customer.page().locator("main a[href$='/" + PROJECT + "']").click();
        assertThat(customer.page().locator("#milestones-title")).isVisible();
        customer.page().locator("main").getByText(name).click();
        assertThat(customer.page().locator("main")).containsText("72");
        customer.page().locator("input[name=decision][value=ACCEPTED]").check();
        customer.page().locator("#signedName").fill("黄文斌");
        customer.press("portal.project.signNow");
        assertThat(customer.page().locator("main")).containsText(customer.word("enum.DeliverableStatus.ACCEPTED"));
    }
}
