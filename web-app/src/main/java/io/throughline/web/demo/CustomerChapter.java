package io.throughline.web.demo;

import io.throughline.foundation.search.Pinyin;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The twelve customers with their sites and contacts. */
final class CustomerChapter {

    private final Story story;
    private final Instant since;
    private final Rows customers;
    private final Rows domains;
    private final Rows sites;
    private final Rows contacts;

    CustomerChapter(Story story) {
        this.story = story;
        this.since = story.now.minus(Story.DAYS + 14L, ChronoUnit.DAYS);
        this.customers = Rows.ofRecords(
                story.jdbc,
                "foundation.customer",
                "number, name, short_name, name_en, tier, account_executive_id, industry, address, website");
        this.domains = Rows.of(story.jdbc, "foundation.customer_domain", "customer_id, domain");
        this.sites = Rows.ofRecords(story.jdbc, "foundation.site", "customer_id, name, address, zone");
        this.contacts = Rows.ofRecords(
                story.jdbc,
                "foundation.contact",
                "customer_id, site_id, name, title, email, mobile, phone, locale, manager");
    }

    /** @param people gives the first customer's first contact the sign-in {@code customer} */
    void write(PeopleChapter people) {
        var lines = Sheet.lines("customers");
        long number = story.numbers("C", 0, lines.size());
        for (var line : lines) {
            customer(line, "C-%05d".formatted(number++));
        }
        customers.write();
        domains.write();
        sites.write();
        contacts.write();
        var first = story.clients.values().iterator().next().contacts().get(0);
        people.admit(first, "customer", null);
    }

    private void customer(String[] line, String number) {
        long id = story.id();
        var executive = story.person(line[7]);
        customers.record(
                id,
                since,
                executive.id(),
                number,
                line[1],
                line[2],
                line[3],
                line[6],
                executive.id(),
                line[4],
                line[11],
                "https://www." + line[10]);
        domains.add(id, line[10]);
        long site = site(id, line[12], line[13], line[9]);
        site(id, line[14], line[15], line[9]);
        var client = new Story.Client(
                id,
                line[0],
                number,
                line[2],
                line[5],
                line[8].equals("zh"),
                ZoneId.of(line[9]),
                executive,
                List.of(line[12], line[14]),
                contacts(id, site, line));
        story.clients.put(line[0], client);
    }

    private long site(long customer, String name, String address, String zone) {
        long id = story.id();
        sites.record(id, since, null, customer, name, address, zone);
        return id;
    }

    private List<Story.Contact> contacts(long customer, long site, String[] line) {
        var all = new ArrayList<Story.Contact>();
        for (var words : Sheet.lines("contacts")) {
            if (words[0].equals(line[0])) {
                var contact = new Story.Contact(story.id(), words[1], Boolean.parseBoolean(words[3]));
                all.add(contact);
                boolean chinese = line[8].equals("zh");
                contacts.record(
                        contact.id(),
                        since,
                        null,
                        customer,
                        site,
                        contact.name(),
                        words[2],
                        mailbox(contact.name()) + "@" + line[10],
                        chinese
                                ? "1%d%09d".formatted(story.any(List.of(3, 5, 8)), story.dice.nextInt(999_999_999))
                                : null,
                        chinese ? null : "+00 555 01%02d".formatted(story.dice.nextInt(100)),
                        chinese ? "zh-CN" : "en",
                        contact.manager());
            }
        }
        return all;
    }

    /** 黄文斌 writes as huangwenbin, Jonas Brandt as jonas.brandt. */
    private static String mailbox(String name) {
        return name.codePoints().anyMatch(c -> c > 0x3000)
                ? Pinyin.spellings(name).iterator().next()
                : name.toLowerCase(Locale.ROOT).replace(" ", ".").replace("'", "");
    }
}
