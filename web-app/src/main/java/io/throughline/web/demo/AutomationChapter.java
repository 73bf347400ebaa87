package io.throughline.web.demo;

import java.sql.Timestamp;
import java.time.Duration;
import lombok.RequiredArgsConstructor;

/** Rules to look at: one that works, two to be tried and switched on. */
@RequiredArgsConstructor
final class AutomationChapter {

    private final Story story;

    void write() {
        rule("商务咨询转告客户经理", "Tell account executives of offers", 10, true, "OPENED", """
                {"occasion":"OPENED","when":{"words":["报价","发票","合同","quote","invoice","contract"]},
                 "then":{"addTags":["商务"],"tell":["ACCOUNT_EXECUTIVE"]}}
                """);
        rule("客户等了四小时，告诉经理", "Four hours without an answer: tell the managers", 20, false, "UNANSWERED", """
                {"occasion":"UNANSWERED","waitMinutes":240,"when":{"priorities":["P1","P2"]},"then":{"tell":["MANAGERS"]}}
                """);
        rule("七天没有回音，视为已解决", "Seven days of silence: resolved", 30, false, "CUSTOMER_SILENT", """
                {"occasion":"CUSTOMER_SILENT","waitMinutes":10080,"when":{"statuses":["WAITING_CUSTOMER"]},
                 "then":{"status":"RESOLVED",
                         "answerZh":"您好，我们一周没有收到您的回复，先把工单标为已解决。直接回复就会重新打开。",
                         "answerEn":"Hello, we have not heard from you for a week and mark this as solved. Simply answer to open it again."}}
                """);
    }

    private void rule(String zh, String en, int position, boolean active, String occasion, String terms) {
        var since = Timestamp.from(story.now.minus(Duration.ofDays(Story.DAYS)));
        story.jdbc.update(
                "insert into aftersales.automation_rule (id, version, name_zh, name_en, position, active, occasion,"
                        + " terms, created_at, changed_at) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?)",
                story.id(),
                zh,
                en,
                position,
                active,
                occasion,
                terms,
                since,
                since);
    }
}
