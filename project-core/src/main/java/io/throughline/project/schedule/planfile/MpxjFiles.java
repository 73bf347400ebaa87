package io.throughline.project.schedule.planfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.mpxj.MPXJException;
import org.mpxj.ProjectFile;
import org.mpxj.ProjectProperties;
import org.mpxj.ScheduleFrom;
import org.mpxj.mpp.MPPReader;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.primavera.PrimaveraPMFileReader;
import org.mpxj.primavera.PrimaveraXERFileReader;
import org.mpxj.reader.AbstractProjectStreamReader;

/** Hands a checked file to the one reader that fits it; never to a reader that guesses. */
final class MpxjFiles {
    /** Hours as a number, or as in XML Schema; up to a working life. */
    private static final Pattern DURATION = Pattern.compile("|-?[0-9]{1,5}(\\.[0-9]{1,12})?"
            + "|-?P([0-9]{1,2}Y)?([0-9]{1,3}M)?([0-9]{1,4}D)?"
            + "(T([0-9]{1,5}H)?([0-9]{1,7}M)?([0-9]{1,9}(\\.[0-9]{1,9})?S)?)?");

    private static final int FIGURES = 200_000;

    private final PlanFileLimits limits;
    private final ReportBuilder report = new ReportBuilder();

    MpxjFiles(PlanFileLimits limits) {
        this.limits = limits;
    }

    PlanFile read(FormatCheck.Content content, Path file) throws IOException {
        try {
            return switch (content) {
                case OLE -> mpp(file);
                case XER -> xer(file);
                default -> xml(file);
            };
        } catch (MPXJException e) {
            var message = String.valueOf(e.getMessage());
            boolean locked = message.equals(MPXJException.PASSWORD_PROTECTED)
                    || message.equals(MPXJException.PASSWORD_PROTECTED_ENTER_PASSWORD);
            throw new PlanFileException(e, locked ? "encrypted" : "broken");
        }
    }

    private PlanFile mpp(Path file) throws IOException, MPXJException {
        try (var container = new POIFSFileSystem(file.toFile(), true)) {
            OleGuard.check(container, Files.size(file));
            var reader = new MPPReader();
            reader.setReadPresentationData(false);
            reader.addProjectListener(new InterruptibleCalendars());
            return plan(reader.read(container), PlanFormat.MPP);
        }
    }

    private PlanFile xer(Path file) throws IOException, MPXJException {
        var reader = new PrimaveraXERFileReader();
        reader.setCharset(charset(file));
        reader.addProjectListener(new InterruptibleCalendars());
        try (var in = Files.newInputStream(file)) {
            return plan(reader.read(in), PlanFormat.XER);
        }
    }

    private PlanFile xml(Path file) throws IOException, MPXJException {
        var clean = Files.createTempFile("plan", ".xml");
        try {
            var visitor = new XmlVisitor();
            try (var in = Files.newInputStream(file);
                    var out = Files.newOutputStream(clean)) {
                new SafeXml(limits, visitor).copy(in, out);
            }
            report.left("timephased", visitor.timephased, null);
            report.left("unreadableParts", visitor.absurd, null);
            var format = visitor.format;
            if (format == null) {
                throw new PlanFileException("unknownXml");
            }
            AbstractProjectStreamReader reader =
                    format == PlanFormat.MSPDI ? new MSPDIReader() : new PrimaveraPMFileReader();
            reader.addProjectListener(new InterruptibleCalendars());
            try (InputStream in = Files.newInputStream(clean)) {
                var project = reader.read(in);
                if (project != null && format == PlanFormat.MSPDI) {
                    visitor.fillIn(project.getProjectProperties());
                }
                return plan(project, format);
            }
        } finally {
            Files.deleteIfExists(clean);
        }
    }

    private PlanFile plan(@Nullable ProjectFile project, PlanFormat format) {
        if (project == null) {
            throw new PlanFileException("broken");
        }
        return new MpxjPlan(project, format, limits, report).read();
    }

    private static Charset charset(Path file) throws IOException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("GB18030");
        }
    }

    /** Knows the plan by its root, leaves out most day-by-day figures and counts tasks before anything is built. */
    private final class XmlVisitor implements SafeXml.Visitor {
        private @Nullable PlanFormat format;
        private final Set<String> said = new HashSet<>();
        private String holder = "";
        private int kept;
        private int tasks;
        private int timephased;
        private int absurd;

        @Override
        public boolean keep(XMLStreamReader element, int depth) {
            var name = element.getLocalName();
            if (depth == 1) {
                format = formatOf(name, element.getNamespaceURI());
            }
            if (name.equals("Task") || name.equals("Activity")) {
                if (++tasks > limits.tasks() + 1) {
                    throw new PlanFileException("tooManyTasks", limits.tasks());
                }
            }
            if (name.equals("Task") || name.equals("Resource") || name.equals("Assignment")) {
                holder = name;
            }
            if (depth == 2) {
                said.add(name);
            }
            return !name.equals("TimephasedData") || keepsFigures();
        }

        /** What a file leaves out is as Microsoft Project begins a plan; the library takes it for "no". */
        private void fillIn(ProjectProperties header) {
            if (!said.contains("ScheduleFromStart")) {
                header.setScheduleFrom(ScheduleFrom.START);
            }
            if (!said.contains("HonorConstraints")) {
                header.setHonorConstraints(true);
            }
        }

        /** Those of assignments tell where split tasks rest. */
        private boolean keepsFigures() {
            if (!holder.equals("Assignment") || kept >= FIGURES) {
                return false;
            }
            kept++;
            timephased++;
            return true;
        }

        @Override
        public boolean looksAtValue(String name) {
            return name.endsWith("Duration");
        }

        @Override
        public boolean keepValue(String name, String value) {
            return value.length() < 60 && DURATION.matcher(value.strip()).matches();
        }

        @Override
        public void dropped(String name, boolean hadText) {
            if (name.equals("TimephasedData")) {
                timephased++;
            } else {
                absurd++;
            }
        }

        private @Nullable PlanFormat formatOf(String root, @Nullable String namespace) {
            boolean microsoft = namespace == null
                    || namespace.isEmpty()
                    || namespace.startsWith("http://schemas.microsoft.com/project");
            if (root.equals("Project") && microsoft) {
                return PlanFormat.MSPDI;
            }
            return root.equals("APIBusinessObjects") ? PlanFormat.PMXML : null;
        }
    }
}
