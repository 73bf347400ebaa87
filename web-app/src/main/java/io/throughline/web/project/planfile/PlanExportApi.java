package io.throughline.web.project.planfile;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same files for programs. */
@RestController
@RequestMapping("/api/v1/projects/{key}")
class PlanExportApi extends PlanExportAddresses {

    PlanExportApi(PlanExportFiles files) {
        super(files);
    }
}
