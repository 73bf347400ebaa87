package io.throughline.aftersales.automation;

/** Id of an automation rule. */
public record AutomationRuleId(long value) {}
