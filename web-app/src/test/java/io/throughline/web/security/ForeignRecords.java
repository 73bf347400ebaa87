package io.throughline.web.security;

import io.throughline.aftersales.ticket.AddMessage;
import io.throughline.aftersales.ticket.AskForHelp;
import io.throughline.aftersales.ticket.AssignTicket;
import io.throughline.aftersales.ticket.PortalTickets;
import io.throughline.aftersales.ticket.TicketConversation;
import io.throughline.aftersales.ticket.Tickets;
import io.throughline.foundation.activity.AddComment;
import io.throughline.foundation.activity.Comments;
import io.throughline.foundation.activity.Visibility;
import io.throughline.foundation.attachment.Attachments;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.CreateProject;
import io.throughline.project.lifecycle.Projects;
import io.throughline.project.scope.Deliverables;
import io.throughline.test.SignInAs;
import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One record of every kind that belongs to somebody, and people who hold the roles but not the records. */
@TestComponent
@RequiredArgsConstructor
class ForeignRecords {

    private static final String KEY = "SECRT";

    private final SignInAs as;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Projects projects;
    private final Deliverables deliverables;
    private final PortalTickets portal;
    private final Tickets tickets;
    private final TicketConversation conversation;
    private final Comments comments;
    private final Attachments attachments;

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, SubjectRef> subjects = new LinkedHashMap<>();
    private Viewer owner;
    private Viewer customer;
    private Viewer outsider;
    private Viewer worker;
    private Viewer accountExecutive;
    private Viewer otherCustomer;

    Viewer owner() {
        return owner;
    }

    Viewer customer() {
        return customer;
    }

    /** Every role of the staff but manager and administrator, and no record. */
    Viewer outsider() {
        return outsider;
    }

    /** Every role of the staff that sees customers by its work only, and no work. */
    Viewer worker() {
        return worker;
    }

    Viewer accountExecutive() {
        return accountExecutive;
    }

    Viewer otherCustomer() {
        return otherCustomer;
    }

    /** How to call for these records. */
    ForeignCalls calls() {
        return new ForeignCalls(KEY, owner.login(), Map.copyOf(names));
    }

    List<SubjectRef> subjects() {
        return List.copyOf(subjects.values());
    }

    /** Agents see every customer. */
    List<Viewer> strangersTo(SubjectRef subject) {
        return subject.type().startsWith("C")
                ? List.of(worker, accountExecutive, otherCustomer)
                : List.of(outsider, worker, accountExecutive, otherCustomer);
    }

    void make() {
        names.clear();
        subjects.clear();
        owner = as.create(Role.MANAGER, Role.PROJECT_MANAGER);
        outsider = as.create(
                Role.PROJECT_MANAGER,
                Role.PROJECT_MEMBER,
                Role.RESOURCE_COORDINATOR,
                Role.SUPPORT_AGENT,
                Role.TECHNICIAN,
                Role.TRAINER);
        worker = as.create(
                Role.PROJECT_MANAGER, Role.PROJECT_MEMBER, Role.RESOURCE_COORDINATOR, Role.TECHNICIAN, Role.TRAINER);
        accountExecutive = as.create(Role.ACCOUNT_EXECUTIVE);
        long company = company("C-99001");
        long contact = contact(company);
        customer = as.contact(contact);
        otherCustomer = as.contact(contact(company("C-99002")));
        names.put("customer", "C-99001");
        names.put("contact", String.valueOf(contact));
        names.put("site", String.valueOf(site(company)));
        subjects.put("CUSTOMER", new SubjectRef("CUSTOMER", company));
        subjects.put("CONTACT", new SubjectRef("CONTACT", contact));
        makeProject(company);
        makeTicket();
        makeTalk();
        makeOwnThings();
        entities.flush();
        entities.clear();
    }

    private void makeProject(long company) {
        projects.create(
                owner,
                new CreateProject(
                        "保密产线",
                        KEY,
                        "不公开",
                        company,
                        false,
                        null,
                        io.throughline.project.lifecycle.Visibility.PRIVATE,
                        LocalDate.of(2026, 3, 2),
                        null,
                        LocalDate.of(2026, 9, 1),
                        null,
                        "equipment-delivery"));
        entities.flush();
        deliverables.submit(owner, KEY, 1, "请审阅");
        entities.flush();
        subjects.put("PROJECT", subject("PROJECT", "select id from project.project where key = 'SECRT'"));
        subjects.put("TASK", subject("TASK", task("id", "not t.summary and t.kind = 'TASK'")));
        subjects.put("DELIVERABLE", subject("DELIVERABLE", """
                        select d.id from project.deliverable d join project.project p on p.id = d.project_id
                         where p.key = 'SECRT' and d.number = 1
                        """));
        names.put("task", text(task("number", "not t.summary and t.kind = 'TASK'")));
        names.put("milestone", text(task("number", "t.kind = 'MILESTONE'")));
    }

    private void makeTicket() {
        var number = portal.ask(customer, new AskForHelp(null, "保密故障", "机密正文", null, null))
                .number();
        long team = jdbc.sql("""
                        insert into foundation.team (id, version, name_zh, name_en, active, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, '专线', 'Special', true, now(), now()) returning id
                        """).query(Long.class).single();
        entities.flush();
        tickets.assign(owner, number, new AssignTicket(team, null, null));
        conversation.add(owner, number, AddMessage.note("内部机密"));
        entities.flush();
        names.put("ticket", number);
        names.put("message", text("select max(id) from aftersales.ticket_message"));
        subjects.put("TICKET", subject("TICKET", "select max(id) from aftersales.ticket"));
        subjects.put("TICKET_MESSAGE", subject("TICKET_MESSAGE", "select max(id) from aftersales.ticket_message"));
    }

    private void makeTalk() {
        var on = subjects.get("DELIVERABLE");
        var comment = comments.add(owner, on, new AddComment("机密意见", Visibility.EVERYONE));
        var file = attachments.store(
                owner, on, "秘密.png", "image/png", new ByteArrayInputStream(picture()), Visibility.EVERYONE);
        names.put("comment", String.valueOf(comment.value()));
        names.put("attachment", String.valueOf(file.value()));
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void makeOwnThings() {
        long user = owner.id().value();
        names.put("user", String.valueOf(user));
        names.put("job", text("""
                        insert into foundation.job (id, kind, payload, state, started_by, starter_name, created_at)
                        values (nextval('foundation.id_seq'), 'test.import', '{}', 'DONE', %d, '测试', now()) returning id
                        """.formatted(user)));
        names.put("entry", text("""
                        insert into foundation.inbox_entry (user_id, subject_type, subject_id, label, path, newest_at,
                               unread, mentioned, muted)
                        values (%d, 'PROJECT', 1, '保密', '/projects/SECRT', now(), 1, false, false) returning id
                        """.formatted(user)));
    }

    private static String task(String column, String condition) {
        return """
                select t.%s from project.task t join project.project p on p.id = t.project_id
                 where p.key = 'SECRT' and %s order by t.id limit 1
                """.formatted(column, condition);
    }

    private SubjectRef subject(String type, String sql) {
        return new SubjectRef(type, jdbc.sql(sql).query(Long.class).single());
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private long company(String number) {
        return jdbc.sql("""
                        insert into foundation.customer (id, version, number, name, short_name, tier, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, ?, '保密客户', '保密', 'STANDARD', now(), now()) returning id
                        """).param(number).query(Long.class).single();
    }

    private long contact(long company) {
        return jdbc.sql("""
                        insert into foundation.contact (id, version, customer_id, name, locale, manager, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, ?, '李敏', 'zh-CN', true, now(), now()) returning id
                        """).param(company).query(Long.class).single();
    }

    private long site(long company) {
        return jdbc.sql("""
                        insert into foundation.site (id, version, customer_id, name, address, zone, active, created_at, changed_at)
                        values (nextval('foundation.id_seq'), 0, ?, '总部', '某路 1 号', 'Asia/Shanghai', true, now(), now()) returning id
                        """).param(company).query(Long.class).single();
    }
}
