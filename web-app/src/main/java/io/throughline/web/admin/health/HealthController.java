package io.throughline.web.admin.health;

import io.throughline.foundation.secret.Secrets;
import io.throughline.web.operation.LastBackup;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The state of the system on one page. */
@Controller
class HealthController {

    private static final long SCARCE = 1_000_000_000L;

    private final SystemState state;
    private final LastBackup backups;
    private final Secrets secrets;
    private final ObjectProvider<BuildProperties> build;
    private final Path home;

    HealthController(
            SystemState state,
            LastBackup backups,
            Secrets secrets,
            ObjectProvider<BuildProperties> build,
            @Value("${throughline.home:}") String home) {
        this.state = state;
        this.backups = backups;
        this.secrets = secrets;
        this.build = build;
        this.home = home.isBlank() ? Path.of(System.getProperty("user.home")) : Path.of(home);
    }

    @GetMapping("/admin/health")
    String show(Model model) {
        var version = build.getIfAvailable();
        var disk = nearestFolder(home.toAbsolutePath().toFile());
        model.addAttribute("version", version == null ? "–" : version.getVersion());
        model.addAttribute("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        model.addAttribute(
                "startedAt",
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
        model.addAttribute("free", disk.getUsableSpace());
        model.addAttribute("scarce", disk.getUsableSpace() < SCARCE);
        model.addAttribute("figures", state.read());
        model.addAttribute("key", secrets.state().name());
        var backup = backups.at();
        model.addAttribute("backup", backup.orElse(null));
        model.addAttribute("backupOverdue", backups.isOverdue(backup));
        return "admin/health";
    }

    private static File nearestFolder(File wanted) {
        var folder = wanted;
        while (!folder.exists() && folder.getParentFile() != null) {
            folder = folder.getParentFile();
        }
        return folder;
    }
}
