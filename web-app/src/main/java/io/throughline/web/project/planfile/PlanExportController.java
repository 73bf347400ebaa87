package io.throughline.web.project.planfile;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The plan as a file. */
@Controller
@RequestMapping("/projects/{key}")
class PlanExportController extends PlanExportAddresses {

    PlanExportController(PlanExportFiles files) {
        super(files);
    }
}
