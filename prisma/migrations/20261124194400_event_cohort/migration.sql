-- What changed in a cohort's timetable, latest first: events of parts of its plan name the cohort, since a session or a
-- half-day may be gone by the time somebody asks. Prisma cannot say an index on an expression.
CREATE INDEX "event_cohort" ON "event" (("data" -> 'to' ->> 'cohortId'), "id")
  WHERE ("data" -> 'to' ->> 'cohortId') IS NOT NULL;
