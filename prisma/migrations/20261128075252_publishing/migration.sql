-- What could be undone was published at once until now: there is no draft yet.
DELETE FROM "plan_change";

-- AlterEnum
CREATE TYPE "plan_change_state_new" AS ENUM ('drafted', 'undone', 'discarded', 'published');
ALTER TABLE "plan_change" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "plan_change" ALTER COLUMN "state" TYPE "plan_change_state_new" USING ('drafted'::"plan_change_state_new");
DROP TYPE "plan_change_state";
ALTER TYPE "plan_change_state_new" RENAME TO "plan_change_state";

-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "timetable_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "training_provider" ADD COLUMN     "logo" BYTEA,
ADD COLUMN     "logo_type" TEXT;

-- AlterTable
ALTER TABLE "plan_change" DROP COLUMN "after",
DROP COLUMN "before",
ADD COLUMN     "change" JSONB NOT NULL,
ADD COLUMN     "number" INTEGER,
ADD COLUMN     "undone_by" UUID,
ALTER COLUMN "state" SET DEFAULT 'drafted';

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "tx" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint;

-- CreateTable
CREATE TABLE "plan_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "cohort_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "event_id" UUID NOT NULL,
    "gap_reason" TEXT,
    "note" TEXT,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "half_day_revision" (
    "half_day_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "row" JSONB,

    CONSTRAINT "half_day_revision_pkey" PRIMARY KEY ("half_day_id","sequence")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "person_id" UUID,
    "cohort_id" UUID,
    "room_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_read_on" DATE,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "plan_version_event_id_idx" ON "plan_version"("event_id");

-- CreateIndex
CREATE INDEX "plan_version_published_at_idx" ON "plan_version"("published_at");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_cohort_id_number_key" ON "plan_version"("cohort_id", "number");

-- CreateIndex
CREATE INDEX "half_day_revision_cohort_id_number_idx" ON "half_day_revision"("cohort_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "half_day_revision_half_day_id_number_key" ON "half_day_revision"("half_day_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_hash_key" ON "calendar_feed"("hash");

-- CreateIndex
CREATE INDEX "calendar_feed_created_by_idx" ON "calendar_feed"("created_by");

-- CreateIndex
CREATE INDEX "calendar_feed_person_id_idx" ON "calendar_feed"("person_id");

-- CreateIndex
CREATE INDEX "calendar_feed_cohort_id_idx" ON "calendar_feed"("cohort_id");

-- CreateIndex
CREATE INDEX "calendar_feed_room_id_idx" ON "calendar_feed"("room_id");

-- CreateIndex
CREATE INDEX "plan_change_cohort_id_number_idx" ON "plan_change"("cohort_id", "number");

-- CreateIndex
CREATE INDEX "event_tx_id_idx" ON "event"("tx", "id");

-- CreateIndex
CREATE INDEX "event_recorded_at_id_idx" ON "event"("recorded_at", "id");

-- AddForeignKey
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_cohort_id_number_fkey" FOREIGN KEY ("cohort_id", "number") REFERENCES "plan_version"("cohort_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "half_day_revision" ADD CONSTRAINT "half_day_revision_cohort_id_number_fkey" FOREIGN KEY ("cohort_id", "number") REFERENCES "plan_version"("cohort_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE "training_provider"
  ADD CONSTRAINT "training_provider_logo_with_its_type" CHECK (("logo" IS NULL) = ("logo_type" IS NULL));

ALTER TABLE "plan_change"
  ADD CONSTRAINT "plan_change_published_in_a_version" CHECK (("state" = 'published') = ("number" IS NOT NULL));

ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_number_positive" CHECK ("number" > 0);

ALTER TABLE "half_day_revision" ADD CONSTRAINT "half_day_revision_sequence" CHECK ("sequence" >= 0);

ALTER TABLE "calendar_feed"
  ADD CONSTRAINT "calendar_feed_of_one" CHECK (num_nonnulls("person_id", "cohort_id", "room_id") = 1);

-- What is drafted, among all that ever was.
CREATE INDEX "plan_change_in_draft" ON "plan_change" ("cohort_id", "id") WHERE "state" = 'drafted';

-- Whose and where a half-day ever was: calendars cancel what left them.
CREATE INDEX "half_day_revision_trainer" ON "half_day_revision" (("row" ->> 'trainerId'));
CREATE INDEX "half_day_revision_room" ON "half_day_revision" (("row" ->> 'roomId'));

-- A published version stays what it was.
CREATE TRIGGER "plan_version_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "plan_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "half_day_revision_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "half_day_revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- The plans in force are their own first version.
WITH planned AS (
  SELECT "id", "gap_reason", uuidv7() AS "event_id" FROM "cohort"
  WHERE EXISTS (SELECT FROM "half_day" WHERE "cohort_id" = "cohort"."id")
), told AS (
  INSERT INTO "event" ("id", "recorded_at", "effective_on", "actor_kind", "type", "entity", "entity_id", "data")
  SELECT "event_id", now(), (now() AT TIME ZONE 'Europe/Paris')::date, 'system', 'plan.published', 'plan', "id",
    jsonb_build_object('from', NULL, 'to', jsonb_build_object('cohortId', "id", 'number', 1))
  FROM planned
), versions AS (
  INSERT INTO "plan_version" ("cohort_id", "number", "published_at", "event_id", "gap_reason")
  SELECT "id", 1, now(), "event_id", "gap_reason" FROM planned
  RETURNING "cohort_id"
)
INSERT INTO "half_day_revision" ("half_day_id", "cohort_id", "number", "sequence", "row")
SELECT h."id", h."cohort_id", 1, 0, jsonb_build_object(
  'id', h."id", 'sessionId', h."session_id", 'kind', h."kind", 'day', h."day", 'slot', h."slot",
  'startsAt', to_char(h."starts_at", 'YYYY-MM-DD"T"HH24:MI'), 'endsAt', to_char(h."ends_at", 'YYYY-MM-DD"T"HH24:MI'),
  'blockId', h."block_id", 'trainerId', h."trainer_id", 'roomId', h."room_id", 'remote', h."remote",
  'state', h."state", 'cancelledReason', h."cancelled_reason", 'overrideReason', h."override_reason",
  'replacesId', h."replaces_id", 'competencyIds', (
    SELECT coalesce(jsonb_agg(c."competency_id" ORDER BY c."competency_id"), '[]')
    FROM "half_day_competency" c WHERE c."half_day_id" = h."id"))
FROM "half_day" h
WHERE h."cohort_id" IN (SELECT "cohort_id" FROM versions);
