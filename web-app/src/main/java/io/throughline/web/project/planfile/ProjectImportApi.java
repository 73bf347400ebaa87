package io.throughline.web.project.planfile;

import io.throughline.foundation.customer.CustomerQueries;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.ImportPlan;
import io.throughline.project.schedule.ImportTakesLonger;
import io.throughline.project.schedule.PlanImports;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Makes a project of a plan file in one call; what takes longer than an answer may goes on as a job. */
@RestController
@RequiredArgsConstructor
class ProjectImportApi {

    private static final long LARGE = 20L << 20;

    private final PlanImports imports;
    private final CustomerQueries customers;
    private final ImportPatience patience;

    /**
     * @param start where the file names no date at all: the first day, else today
     * @param customer the customer's number; without one the project is internal
     * @return 201 with the address of the project, its key and the report; 202 with the address of a job whose result is
     *     the same
     */
    @PostMapping(path = "/api/v1/projects/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> create(
            Viewer viewer,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable LocalDate start)
            throws IOException {
        var command = command(viewer, name, key, customer, start);
        var fileName = file.getOriginalFilename();
        long upload;
        try (var content = file.getInputStream()) {
            upload = imports.keep(viewer, fileName == null ? "" : fileName, content)
                    .id();
        }
        if (file.getSize() > LARGE) {
            return later(viewer, upload, command);
        }
        try {
            var imported = imports.create(viewer, upload, command, patience.answer());
            return ResponseEntity.created(URI.create("/api/v1/projects/" + imported.key()))
                    .body(imported);
        } catch (ImportTakesLonger longer) {
            return later(viewer, upload, command);
        } catch (RuleViolation violation) {
            imports.drop(viewer, upload);
            throw violation;
        }
    }

    private ResponseEntity<?> later(Viewer viewer, long upload, ImportPlan command) {
        var job = imports.createLater(viewer, upload, command);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + job.value()))
                .body(Map.of("job", job.value()));
    }

    private ImportPlan command(
            Viewer viewer,
            @Nullable String name,
            @Nullable String key,
            @Nullable String customer,
            @Nullable LocalDate start) {
        if (name != null && name.length() > 200) {
            throw new RuleViolation("project.schedule.import.nameTooLong").at("name");
        }
        if (key != null && !key.isBlank() && !key.matches("[A-Z][A-Z0-9]{1,9}")) {
            throw new RuleViolation("project.schedule.import.badKey").at("key");
        }
        return new ImportPlan(name, key, customerId(viewer, customer), null, null, start);
    }

    private @Nullable Long customerId(Viewer viewer, @Nullable String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        try {
            return customers.requireChoice(viewer, number.strip()).value();
        } catch (NotFound missing) {
            throw new RuleViolation("project.schedule.import.noCustomer", number).at("customer");
        }
    }
}
