package io.throughline.aftersales.mail;

import io.throughline.aftersales.mail.mime.ParsedMail;

/** A mail that came, with what it says. */
public record MailDetail(TakenMail taken, ParsedMail mail) {}
