package io.throughline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The end of a session is told beforehand, put off by one key, and costs nothing that was typed. */
class SessionJourney {

    private static final String DIALOG = "#session-end";

    @ParameterizedTest
    @EnumSource
    void keepsAPersonSignedInWhoSaysSo(Lang lang) {
        try (var member = SignedIn.as("member", lang)) {
            member.page().clock().install();
            member.open("/my");
            assertThat(member.page().locator(DIALOG)).isHidden();

            member.page().clock().fastForward("07:58:30");
            assertThat(member.page().locator(DIALOG)).isVisible();
            assertThat(member.page().locator("[data-session-stay]")).isFocused();
            assertThat(member.page().locator("[data-session=over]").first()).isHidden();

            member.page().keyboard().press("Enter");
            assertThat(member.page().locator(DIALOG)).isHidden();
            member.page().clock().fastForward("07:57:00");
            assertThat(member.page().locator(DIALOG)).isHidden();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsWhatWasTypedBeforeTheSessionEndedByTheNewOne(Lang lang) {
        var subject = "会话结束之后提交 " + lang + " " + System.nanoTime();
        try (var agent = SignedIn.as("agent", lang)) {
            agent.page().clock().install();
            agent.open("/tickets/new");
            agent.page().locator("#subject").fill(subject);
            agent.page().locator("#body").fill("这段文字不能丢。");
            agent.page().clock().fastForward("08:00:10");
            assertThat(agent.page().locator(DIALOG + " a[data-session=over]")).isVisible();

            agent.page().context().clearCookies();
            var window = agent.page().waitForPopup(() -> agent.page()
                    .locator(DIALOG + " a[data-session=over]")
                    .click());
            window.locator("#username").fill("agent");
            window.locator("#password").fill(People.PASSWORD);
            window.locator("form button.primary[type=submit]").first().click();
            assertThat(window.locator("#sidebar")).isVisible();

            assertThat(agent.page().locator(DIALOG)).isHidden();
            agent.press("aftersales.ticket.create");
            agent.reads(subject);
        }
    }
}
