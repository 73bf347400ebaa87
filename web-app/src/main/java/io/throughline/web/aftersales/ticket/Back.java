package io.throughline.web.aftersales.ticket;

/** Where a form leads back to: the ticket's page, or the inbox or board it was sent from. */
final class Back {

    private Back() {}

    /** Only an address of the ticket list is followed; anything else is the ticket's own page. */
    static String to(String back, String number) {
        boolean ours = back.equals("/tickets") || back.startsWith("/tickets?") || back.startsWith("/tickets/board");
        return "redirect:" + (ours ? back : "/tickets/" + number);
    }
}
