package io.throughline.web.database;

import java.nio.file.Path;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** Why the embedded database cannot run here, and what the operator can do about it, in both languages. */
@Getter
public class EmbeddedDatabaseFailure extends RuntimeException {

    private final String action;

    private EmbeddedDatabaseFailure(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    static EmbeddedDatabaseFailure folderInUse(Path folder, String holder) {
        return new EmbeddedDatabaseFailure("""
                The folder %s is in use by process %s, another running Throughline.
                文件夹 %s 正被进程 %s（另一个正在运行的“贯通”）使用。""".formatted(folder, holder, folder, holder), """
                Use the running one, stop it first, or set THROUGHLINE_HOME to another folder.
                请使用已运行的实例，或先停止它，或用 THROUGHLINE_HOME 指定另一个文件夹。""", null);
    }

    static EmbeddedDatabaseFailure folderNotWritable(Path folder, Exception cause) {
        return new EmbeddedDatabaseFailure("""
                The folder %s cannot be written: %s
                文件夹 %s 无法写入。""".formatted(folder, cause.getMessage(), folder), """
                Give this user the folder, or set THROUGHLINE_HOME to another one.
                请授予当前用户写权限，或用 THROUGHLINE_HOME 指定另一个文件夹。""", cause);
    }

    static EmbeddedDatabaseFailure noBinaries(String platform) {
        return new EmbeddedDatabaseFailure("""
                No embedded PostgreSQL is packed for this platform (%s).
                安装包中没有适用于此平台（%s）的内置 PostgreSQL。""".formatted(platform, platform), """
                Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to an outside PostgreSQL.
                请通过 SPRING_DATASOURCE_URL 等配置连接外部 PostgreSQL。""", null);
    }

    static EmbeddedDatabaseFailure rootNotPossible() {
        return new EmbeddedDatabaseFailure("""
                PostgreSQL never runs as root, and this machine does not allow a user namespace to step down into.
                PostgreSQL 不能以 root 身份运行，而本机不允许创建用户命名空间来降权。""", """
                Start Throughline as a normal user, or set SPRING_DATASOURCE_URL to an outside PostgreSQL.
                请以普通用户启动，或通过 SPRING_DATASOURCE_URL 连接外部 PostgreSQL。""", null);
    }

    static EmbeddedDatabaseFailure otherMajorVersion(Path data, String written, String packed) {
        return new EmbeddedDatabaseFailure("""
                The data in %s were written by PostgreSQL %s; this release carries PostgreSQL %s.
                %s 中的数据由 PostgreSQL %s 写入，而此版本自带 PostgreSQL %s。""".formatted(data, written, packed, data, written, packed), """
                Run "backup" with the former release, move the folder away, and run "restore" with this one.
                请先用旧版本执行 backup，移走该文件夹，再用新版本执行 restore。""", null);
    }

    static EmbeddedDatabaseFailure passwordsMissing(Path credentials) {
        return new EmbeddedDatabaseFailure("""
                There are data but the file with their passwords is missing: %s
                数据存在，但密码文件缺失：%s""".formatted(credentials, credentials), """
                Put the file back from your copy of the folder, or restore a backup into a new folder.
                请从文件夹副本中恢复该文件，或在新文件夹中恢复备份。""", null);
    }

    static EmbeddedDatabaseFailure command(String what, Path log, String tail) {
        return new EmbeddedDatabaseFailure("""
                The embedded PostgreSQL failed to %s:
                %s
                内置 PostgreSQL 执行 %s 失败（见上）。""".formatted(what, tail.strip(), what), """
                Read %s and the files beside it.
                请查看 %s 及同目录下的日志。""".formatted(log, log), null);
    }
}
