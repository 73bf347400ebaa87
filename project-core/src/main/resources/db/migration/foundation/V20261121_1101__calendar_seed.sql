-- The calendars a new installation starts with. China's days off and make-up workdays: notices of the State Council
-- on the holidays of 2024, 2025 and 2026; the same rows as china-2024.csv to china-2026.csv.
insert into foundation.work_calendar (id, version, name_zh, name_en, zone, week, special_days, revision, created_at, changed_at)
values (1, 0, '中国标准', 'China standard', 'Asia/Shanghai',
'MONDAY 09:00-12:00,13:00-18:00; TUESDAY 09:00-12:00,13:00-18:00; WEDNESDAY 09:00-12:00,13:00-18:00; THURSDAY 09:00-12:00,13:00-18:00; FRIDAY 09:00-12:00,13:00-18:00',
'2024-01-01	HOLIDAY		元旦	New Year''s Day
2024-02-04	OVERRIDE	09:00-12:00,13:00-18:00	春节调休	Spring Festival, make-up workday
2024-02-10	HOLIDAY		春节	Spring Festival
2024-02-11	HOLIDAY		春节	Spring Festival
2024-02-12	HOLIDAY		春节	Spring Festival
2024-02-13	HOLIDAY		春节	Spring Festival
2024-02-14	HOLIDAY		春节	Spring Festival
2024-02-15	HOLIDAY		春节	Spring Festival
2024-02-16	HOLIDAY		春节	Spring Festival
2024-02-17	HOLIDAY		春节	Spring Festival
2024-02-18	OVERRIDE	09:00-12:00,13:00-18:00	春节调休	Spring Festival, make-up workday
2024-04-04	HOLIDAY		清明节	Qingming Festival
2024-04-05	HOLIDAY		清明节	Qingming Festival
2024-04-06	HOLIDAY		清明节	Qingming Festival
2024-04-07	OVERRIDE	09:00-12:00,13:00-18:00	清明节调休	Qingming Festival, make-up workday
2024-04-28	OVERRIDE	09:00-12:00,13:00-18:00	劳动节调休	Labour Day, make-up workday
2024-05-01	HOLIDAY		劳动节	Labour Day
2024-05-02	HOLIDAY		劳动节	Labour Day
2024-05-03	HOLIDAY		劳动节	Labour Day
2024-05-04	HOLIDAY		劳动节	Labour Day
2024-05-05	HOLIDAY		劳动节	Labour Day
2024-05-11	OVERRIDE	09:00-12:00,13:00-18:00	劳动节调休	Labour Day, make-up workday
2024-06-10	HOLIDAY		端午节	Dragon Boat Festival
2024-09-14	OVERRIDE	09:00-12:00,13:00-18:00	中秋节调休	Mid-Autumn Festival, make-up workday
2024-09-15	HOLIDAY		中秋节	Mid-Autumn Festival
2024-09-16	HOLIDAY		中秋节	Mid-Autumn Festival
2024-09-17	HOLIDAY		中秋节	Mid-Autumn Festival
2024-09-29	OVERRIDE	09:00-12:00,13:00-18:00	国庆节调休	National Day, make-up workday
2024-10-01	HOLIDAY		国庆节	National Day
2024-10-02	HOLIDAY		国庆节	National Day
2024-10-03	HOLIDAY		国庆节	National Day
2024-10-04	HOLIDAY		国庆节	National Day
2024-10-05	HOLIDAY		国庆节	National Day
2024-10-06	HOLIDAY		国庆节	National Day
2024-10-07	HOLIDAY		国庆节	National Day
2024-10-12	OVERRIDE	09:00-12:00,13:00-18:00	国庆节调休	National Day, make-up workday
2025-01-01	HOLIDAY		元旦	New Year''s Day
2025-01-26	OVERRIDE	09:00-12:00,13:00-18:00	春节调休	Spring Festival, make-up workday
2025-01-28	HOLIDAY		春节	Spring Festival
2025-01-29	HOLIDAY		春节	Spring Festival
2025-01-30	HOLIDAY		春节	Spring Festival
2025-01-31	HOLIDAY		春节	Spring Festival
2025-02-01	HOLIDAY		春节	Spring Festival
2025-02-02	HOLIDAY		春节	Spring Festival
2025-02-03	HOLIDAY		春节	Spring Festival
2025-02-04	HOLIDAY		春节	Spring Festival
2025-02-08	OVERRIDE	09:00-12:00,13:00-18:00	春节调休	Spring Festival, make-up workday
2025-04-04	HOLIDAY		清明节	Qingming Festival
2025-04-05	HOLIDAY		清明节	Qingming Festival
2025-04-06	HOLIDAY		清明节	Qingming Festival
2025-04-27	OVERRIDE	09:00-12:00,13:00-18:00	劳动节调休	Labour Day, make-up workday
2025-05-01	HOLIDAY		劳动节	Labour Day
2025-05-02	HOLIDAY		劳动节	Labour Day
2025-05-03	HOLIDAY		劳动节	Labour Day
2025-05-04	HOLIDAY		劳动节	Labour Day
2025-05-05	HOLIDAY		劳动节	Labour Day
2025-05-31	HOLIDAY		端午节	Dragon Boat Festival
2025-06-01	HOLIDAY		端午节	Dragon Boat Festival
2025-06-02	HOLIDAY		端午节	Dragon Boat Festival
2025-09-28	OVERRIDE	09:00-12:00,13:00-18:00	国庆节、中秋节调休	National Day and Mid-Autumn Festival, make-up workday
2025-10-01	HOLIDAY		国庆节、中秋节	National Day and Mid-Autumn Festival
2025-10-02	HOLIDAY		国庆节、中秋节	National Day and Mid-Autumn Festival
2025-10-03	HOLIDAY		国庆节、中秋节	National Day and Mid-Autumn Festival
2025-10-04	HOLIDAY		国庆节、中秋节	National Day and Mid-Autumn Festival
2025-10-05	HOLIDAY		国庆节、中秋节	National Day and Mid-Autumn Festival
2025-10-06	HOLIDAY		国庆节、中秋节	National Day and Mid-Autumn Festival
2025-10-07	HOLIDAY		国庆节、中秋节	National Day and Mid-Autumn Festival
2025-10-08	HOLIDAY		国庆节、中秋节	National Day and Mid-Autumn Festival
2025-10-11	OVERRIDE	09:00-12:00,13:00-18:00	国庆节、中秋节调休	National Day and Mid-Autumn Festival, make-up workday
2026-01-01	HOLIDAY		元旦	New Year''s Day
2026-01-02	HOLIDAY		元旦	New Year''s Day
2026-01-03	HOLIDAY		元旦	New Year''s Day
2026-01-04	OVERRIDE	09:00-12:00,13:00-18:00	元旦调休	New Year''s Day, make-up workday
2026-02-14	OVERRIDE	09:00-12:00,13:00-18:00	春节调休	Spring Festival, make-up workday
2026-02-15	HOLIDAY		春节	Spring Festival
2026-02-16	HOLIDAY		春节	Spring Festival
2026-02-17	HOLIDAY		春节	Spring Festival
2026-02-18	HOLIDAY		春节	Spring Festival
2026-02-19	HOLIDAY		春节	Spring Festival
2026-02-20	HOLIDAY		春节	Spring Festival
2026-02-21	HOLIDAY		春节	Spring Festival
2026-02-22	HOLIDAY		春节	Spring Festival
2026-02-23	HOLIDAY		春节	Spring Festival
2026-02-28	OVERRIDE	09:00-12:00,13:00-18:00	春节调休	Spring Festival, make-up workday
2026-04-04	HOLIDAY		清明节	Qingming Festival
2026-04-05	HOLIDAY		清明节	Qingming Festival
2026-04-06	HOLIDAY		清明节	Qingming Festival
2026-05-01	HOLIDAY		劳动节	Labour Day
2026-05-02	HOLIDAY		劳动节	Labour Day
2026-05-03	HOLIDAY		劳动节	Labour Day
2026-05-04	HOLIDAY		劳动节	Labour Day
2026-05-05	HOLIDAY		劳动节	Labour Day
2026-05-09	OVERRIDE	09:00-12:00,13:00-18:00	劳动节调休	Labour Day, make-up workday
2026-06-19	HOLIDAY		端午节	Dragon Boat Festival
2026-06-20	HOLIDAY		端午节	Dragon Boat Festival
2026-06-21	HOLIDAY		端午节	Dragon Boat Festival
2026-09-20	OVERRIDE	09:00-12:00,13:00-18:00	国庆节调休	National Day, make-up workday
2026-09-25	HOLIDAY		中秋节	Mid-Autumn Festival
2026-09-26	HOLIDAY		中秋节	Mid-Autumn Festival
2026-09-27	HOLIDAY		中秋节	Mid-Autumn Festival
2026-10-01	HOLIDAY		国庆节	National Day
2026-10-02	HOLIDAY		国庆节	National Day
2026-10-03	HOLIDAY		国庆节	National Day
2026-10-04	HOLIDAY		国庆节	National Day
2026-10-05	HOLIDAY		国庆节	National Day
2026-10-06	HOLIDAY		国庆节	National Day
2026-10-07	HOLIDAY		国庆节	National Day
2026-10-10	OVERRIDE	09:00-12:00,13:00-18:00	国庆节调休	National Day, make-up workday',
1, now(), now()),
(2, 0, '欧洲（柏林）08–17', 'Europe (Berlin) 08–17', 'Europe/Berlin',
'MONDAY 08:00-17:00; TUESDAY 08:00-17:00; WEDNESDAY 08:00-17:00; THURSDAY 08:00-17:00; FRIDAY 08:00-17:00',
'', 1, now(), now()),
(3, 0, '全天候 24×7', '24×7', 'UTC',
'MONDAY 00:00-24:00; TUESDAY 00:00-24:00; WEDNESDAY 00:00-24:00; THURSDAY 00:00-24:00; FRIDAY 00:00-24:00; SATURDAY 00:00-24:00; SUNDAY 00:00-24:00',
'', 1, now(), now());

insert into foundation.work_calendar_revision
    (id, version, calendar_id, number, valid_from, cause, zone, week, special_days, created_at, changed_at)
select id, 0, id, 1, timestamptz '2000-01-01 00:00:00Z', 'seed', zone, week, special_days, created_at, changed_at
from foundation.work_calendar;
