package io.throughline.web.home;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.ApiTokens;
import io.throughline.foundation.people.CreateToken;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.people.Viewers;
import io.throughline.web.shell.Words;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * My calendar for other calendars: once as a file, and by an address of its own that needs no signing in. The address
 * holds a personal token that opens nothing else, ends after a year and is revoked like any other; whoever is kept out,
 * or owes a second factor, is told nothing there either.
 */
@Controller
class CalendarFeedController {

    private static final MediaType TYPE = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final String RESOURCE = "ical";
    private static final int DAYS_BACK = 60;
    private static final int DAYS_AHEAD = 365;

    private final DueWork work;
    private final ApiTokens tokens;
    private final Viewers viewers;
    private final Words words;
    private final MessageSource messages;
    private final Clock clock;

    private final String baseUrl;

    CalendarFeedController(
            DueWork work,
            ApiTokens tokens,
            Viewers viewers,
            Words words,
            MessageSource messages,
            Clock clock,
            @Value("${throughline.base-url:http://localhost:${server.port:8080}}") String baseUrl) {
        this.work = work;
        this.tokens = tokens;
        this.viewers = viewers;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/my/calendar.ics")
    ResponseEntity<String> file(Viewer viewer) {
        return answer(viewer);
    }

    /** Shows the address, once. */
    @PostMapping("/my/calendar/feed")
    String open(Viewer viewer, Model model) {
        var issued = tokens.create(
                viewer, new CreateToken(words.text("web.home.feed.token"), Set.of(RESOURCE + ":read"), DAYS_AHEAD));
        model.addAttribute("address", baseUrl + "/ical/" + issued.token() + "/calendar.ics");
        model.addAttribute("until", issued.expiresAt());
        return "home/feed";
    }

    @GetMapping("/ical/{token}/calendar.ics")
    ResponseEntity<String> feed(@PathVariable String token) {
        return tokens.find(token)
                .filter(found -> found.covers(RESOURCE, false))
                .flatMap(found -> viewers.load(new UserId(found.userId())))
                .filter(viewer -> viewer.isStaff() && !viewer.secondFactorOwed())
                .map(this::answer)
                .orElseThrow(() -> new NotFound("calendar", "by token"));
    }

    private ResponseEntity<String> answer(Viewer viewer) {
        var today = LocalDate.now(clock.withZone(viewer.zone()));
        var text = ICalendar.of(
                text("web.home.feed.name", viewer.locale()),
                work.between(viewer, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)),
                baseUrl,
                clock.instant());
        return ResponseEntity.ok()
                .contentType(TYPE)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("X-Robots-Tag", "noindex")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("throughline.ics")
                                .build()
                                .toString())
                .body(text);
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }
}
