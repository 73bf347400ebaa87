-- the share of good ratings is counted from the index alone
create index survey_response_rated on aftersales.survey_response (kind, answered_at)
    include (rating, invitation_id, customer_id) where rating is not null;

-- the few that no measure counts
create index ticket_uncounted on aftersales.ticket (id) where not counts_in_kpi;
