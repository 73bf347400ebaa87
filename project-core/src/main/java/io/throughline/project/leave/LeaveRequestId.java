package io.throughline.project.leave;

public record LeaveRequestId(long value) {}
