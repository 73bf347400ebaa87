package io.throughline.bench;

import java.io.IOException;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is measured: the screens and calls of design goals, each on records the data really has. */
final class Scenarios {

    private static final String TICKET = "{\"kind\":\"DIAGNOSIS\",\"subject\":\"主轴异响\",\"body\":\"开机后有异响\"}";

    private final People people;
    private final List<Scenario> all = new ArrayList<>();

    Scenarios(People people) {
        this.people = people;
    }

    List<Scenario> all() throws IOException, InterruptedException {
        tickets();
        projects();
        others();
        calls();
        return List.copyOf(all);
    }

    private void tickets() throws IOException, InterruptedException {
        var agent = people.agent();
        get("my work", agent, "/my");
        get("ticket list", agent, "/tickets?view=all");
        get("ticket list, words", agent, "/tickets?view=all&q=" + Browser.encode("主轴"));
        get("ticket list, filtered, sorted", agent, "/tickets?view=all&filter.kind=DIAGNOSIS&sort=-created");
        get("everything open", agent, "/tickets?view=open");
        people.farPage("/tickets?view=all&sort=-created").ifPresent(page -> get("far down the list", agent, page));
        People.ticket(agent, "/tickets?view=all&sort=created").ifPresent(page -> get("one ticket", agent, page));
        agent.learn(agent.get("/tickets/new"));
        add(
                "open a ticket: form, redirect",
                () -> agent.post(
                        "/tickets",
                        Map.of("kind", "DIAGNOSIS", "subject", "主轴异响", "body", "开机后有异响", "channel", "PHONE")));
        People.ticket(agent, "/tickets?view=all&sort=-created")
                .ifPresent(page -> add(
                        "answer a ticket: form, redirect",
                        () -> agent.post(
                                page + "/messages", Map.of("body", "请提供最近三十天的温度曲线", "visibility", "INTERNAL"))));
    }

    private void projects() throws IOException, InterruptedException {
        var leader = people.leader();
        get("project list", leader, "/projects");
        var project = People.link(leader, "/projects", "/projects/[A-Z][A-Z0-9]+");
        project.ifPresent(page -> get("one project", leader, page));
        project.ifPresent(page -> get("schedule", leader, page + "/schedule"));
        Optional<String> task = project.isEmpty()
                ? Optional.empty()
                : People.link(leader, project.get() + "/schedule", project.get() + "/tasks/\\d+");
        task.ifPresent(page -> get("one task", leader, page));
    }

    private void others() throws IOException, InterruptedException {
        var manager = people.manager();
        get("customer list", manager, "/customers");
        People.link(manager, "/customers", "/customers/[A-Z]+-?\\d+[^\"?/]*")
                .ifPresent(page -> get("one customer", manager, page));
        get("search, two characters", manager, "/search?q=" + Browser.encode("主轴"));
        get("search, pinyin", manager, "/search?q=zhuzhou");
        var number = People.ticket(people.agent(), "/tickets?view=all")
                .map(page -> page.substring(page.lastIndexOf('/') + 1));
        number.ifPresent(text -> get("search, number", manager, "/search?q=" + text));
        get("insights", manager, "/insights");
        get("insights, this year", manager, "/insights?period=" + Year.now(ZoneOffset.UTC));
        get("ticket board", people.agent(), "/tickets/board");
        var customer = people.customer();
        get("portal home", customer, "/portal");
        People.link(customer, "/portal/tickets", "/portal/tickets/TK-[0-9-]+")
                .ifPresent(page -> get("portal ticket", customer, page));
    }

    private void calls() {
        var agent = new Browser(people.agent().root());
        var token = people.token();
        add("REST: list tickets", () -> agent.json("/api/v1/tickets?sort=-created", token, ""));
        add("REST: open a ticket", () -> agent.json("/api/v1/tickets", token, TICKET));
        add("REST: a mail with a file", () -> agent.mail(people.post(), mail()));
        add(
                "REST: due time",
                () -> agent.json(
                        "/api/v1/calendars/1/due",
                        token,
                        "{\"start\":\"2026-11-20T09:30:00Z\",\"workingMinutes\":480}"));
    }

    /** From somebody else each time, so that no ladder against loops is reached. */
    private static String mail() {
        var id = UUID.randomUUID();
        return """
                From: Kunde <k-%1$s@kunde-%1$s.example>
                To: support@acme.example
                Subject: =?utf-8?B?5Li76L205byC5ZON?=
                Message-ID: <%1$s@kunde.example>
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                开机后有异响 %1$s
                --b
                Content-Type: text/plain; name=log.txt

                %1$s
                --b--
                """.formatted(id).replace("\n", "\r\n");
    }

    /** A screen this build does not have is left out rather than measured as a refusal. */
    private void get(String name, Browser browser, String path) {
        try {
            int status = browser.get(path).statusCode();
            if (status == 200 || status == 302) {
                add(name, () -> browser.get(path));
            } else {
                System.out.println("left out: " + name + " (" + path + " answers " + status + ")");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private void add(String name, Scenario.Action action) {
        all.add(new Scenario(name, action));
    }
}
