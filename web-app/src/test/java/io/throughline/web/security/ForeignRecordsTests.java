package io.throughline.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.throughline.foundation.people.Viewer;
import io.throughline.test.SignInAs;
import io.throughline.test.Statements;
import io.throughline.test.WebTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Calls every address that names a record with somebody else's: whoever holds the role but not the record is refused, and
 * nothing is written. That the addresses are real is shown by their owner, who opens each of them.
 */
@WebTest
@Import({Statements.class, ForeignRecords.class})
class ForeignRecordsTests {

    private static final Pattern WRITE =
            Pattern.compile("^\\s*(with\\b.*\\b)?(insert|update|delete|merge)\\b", Pattern.DOTALL);
    private static final Pattern BOOKKEEPING =
            Pattern.compile("foundation\\.(audit_entry|spring_session\\w*|api_token|sign_in_failure|call_allowance)");

    /** Statements that ask for the viewer's own row and find none. */
    private static final Pattern OWN_ONLY = Pattern.compile("where.*(user_id|started_by) = \\?", Pattern.DOTALL);

    private static final Pattern TAKES_FILES = Pattern.compile("/(documents|versions|messages|attachments|comments)$");

    /** A draft is opened in a transaction of its own, which sees no record that this test has not committed. */
    private static final Pattern OWN_TRANSACTION = Pattern.compile("/drafts/");

    /** The owner has no survey, contract or problem, and the ticket is no complaint. */
    private static final Pattern NOT_MADE = Pattern.compile("^/(surveys|contracts|problems)/|/complaint$");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SignInAs as;

    @Autowired
    ForeignRecords records;

    @Autowired
    EntityManager entities;

    @Autowired
    AddressBook book;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @BeforeEach
    void recordsOfOthers() {
        records.make();
    }

    @Test
    void areRefusedToWhoeverHoldsTheRoleOnly() {
        assertThat(answersTo(records.outsider(), "/projects/", "/tickets/", "/my/tasks/", "/go/"))
                .isEmpty();
        assertThat(answersTo(records.outsider(), "/attachments/", "/comments/", "/inbox/", "/account/", "/jobs/"))
                .isEmpty();
        assertThat(answersTo(records.outsider(), "/api/v1/projects/", "/api/v1/tickets/", "/api/v1/attachments/"))
                .isEmpty();
        assertThat(answersTo(records.outsider(), "/api/v1/comments/", "/api/v1/jobs/", "/api/v1/inbox/"))
                .isEmpty();
        assertThat(answersTo(records.accountExecutive(), "/api/v1/customers/", "/api/v1/projects/"))
                .isEmpty();
        assertThat(answersTo(records.accountExecutive(), "/customers/", "/projects/", "/tickets/"))
                .isEmpty();
        assertThat(answersTo(records.worker(), "/customers/", "/api/v1/customers/"))
                .isEmpty();
    }

    @Test
    void areRefusedToTheOtherCustomer() {
        assertThat(answersTo(records.otherCustomer(), "/portal/", "/attachments/", "/comments/", "/account/", "/go/"))
                .isEmpty();
    }

    @Test
    void areOpenToTheirOwners() {
        List<String> closed = new ArrayList<>();
        for (var entry : entries()) {
            var address = records.calls().fill(entry.address());
            var owner = entry.address().startsWith("/portal/") ? records.customer() : records.owner();
            if (address.isEmpty()
                    || entry.isWrite()
                    || entry.isProgram()
                    || OWN_TRANSACTION.matcher(entry.address()).find()
                    || NOT_MADE.matcher(entry.address()).find()
                    || !entry.rule().orElseThrow().permits(owner)) {
                continue;
            }
            int status = mvc.get()
                    .uri(address.get())
                    .with(as.user(owner))
                    .exchange()
                    .getResponse()
                    .getStatus();
            if (status >= 400) {
                closed.add(status + " " + address.get());
            }
        }

        assertThat(closed).isEmpty();
    }

    @Test
    void areKeptOutOfQuestionsAboutARecord() {
        List<String> answered = new ArrayList<>();
        for (var subject : records.subjects()) {
            for (var viewer : records.strangersTo(subject)) {
                var history = "/activity?subject=" + subject;
                note(answered, get(history), viewer, history);
                for (var address : List.of("/comments", "/attachments", "/watchers")) {
                    var sent = multipart(HttpMethod.POST, address)
                            .file(ForeignCalls.file("files"))
                            .with(csrf())
                            .param("subject", subject.toString())
                            .param("text", "hello");
                    note(answered, sent, viewer, address + " " + subject);
                }
            }
        }

        assertThat(answered).isEmpty();
    }

    private void note(
            List<String> answered, AbstractMockHttpServletRequestBuilder<?> sent, Viewer viewer, String address) {
        int status = mvc.perform(sent.with(as.user(viewer))).getResponse().getStatus();
        if (status != 404 && status != 403) {
            answered.add(viewer.roles() + " " + status + " " + address);
        }
    }

    private List<String> answersTo(Viewer stranger, String... prefixes) {
        List<String> answered = new ArrayList<>();
        for (var entry : entries()) {
            var address = records.calls().fill(entry.address());
            if (address.isEmpty()
                    || entry.isProgram() && wantsBody(entry)
                    || !entry.rule().orElseThrow().permits(stranger)
                    || Set.of(prefixes).stream().noneMatch(entry.address()::startsWith)) {
                continue;
            }
            var statements = Statements.during(() -> {
                int status = mvc.perform(asked(entry.method(), address.get()).with(as.user(stranger)))
                        .getResponse()
                        .getStatus();
                entities.flush();
                if (status != 404 && status != 403) {
                    answered.add(status + " " + entry.method() + " " + address.get());
                }
            });
            statements.stream()
                    .map(sql -> sql.toLowerCase(Locale.ROOT))
                    .filter(sql -> WRITE.matcher(sql).find())
                    .filter(sql -> !BOOKKEEPING.matcher(sql).find())
                    .filter(sql -> !OWN_ONLY.matcher(sql).find())
                    .forEach(sql -> answered.add(entry.method() + " " + address.get() + ": " + sql));
        }
        return answered;
    }

    private static boolean wantsBody(PermissionMatrix.Entry entry) {
        return !Set.of("GET", "DELETE").contains(entry.method());
    }

    private AbstractMockHttpServletRequestBuilder<?> asked(String method, String address) {
        var asked = TAKES_FILES.matcher(address).find() && method.equals("POST")
                ? multipart(address).file(ForeignCalls.file("files")).file(ForeignCalls.file("file"))
                : request(HttpMethod.valueOf(method), address).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        records.calls().words(address).forEach(asked::param);
        asked.header("If-Match", "\"0\"");
        return method.equals("GET") ? asked : asked.with(csrf());
    }

    private List<PermissionMatrix.Entry> entries() {
        return PermissionMatrix.of(mapping, book).entries();
    }
}
