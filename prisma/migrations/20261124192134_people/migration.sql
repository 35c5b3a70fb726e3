-- CreateEnum
CREATE TYPE "enrolment_route" AS ENUM ('fpc', 'vae');

-- CreateEnum
CREATE TYPE "enrolment_state" AS ENUM ('enrolled', 'in_training', 'suspended', 'completed', 'dropped_out', 'excluded', 'cancelled');

-- CreateEnum
CREATE TYPE "placement_need" AS ENUM ('required', 'waived', 'not_applicable');

-- CreateEnum
CREATE TYPE "stage_week_state" AS ENUM ('draft', 'submitted', 'confirmed', 'validated');

-- AlterEnum
ALTER TYPE "token_kind" ADD VALUE 'invitation';

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "birth_date" DATE,
ADD COLUMN     "birth_name" TEXT,
ADD COLUMN     "birth_place" TEXT,
ADD COLUMN     "city" TEXT,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "identity_key" TEXT,
ADD COLUMN     "name_key" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "postcode" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "route" "enrolment_route" NOT NULL,
    "state" "enrolment_state" NOT NULL DEFAULT 'enrolled',
    "state_since" DATE NOT NULL,
    "placement" "placement_need" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment_block" (
    "enrolment_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "prescribed_minutes" INTEGER NOT NULL,

    CONSTRAINT "enrolment_block_pkey" PRIMARY KEY ("enrolment_id","block_id")
);

-- CreateTable
CREATE TABLE "placement_waiver" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "enrolment_id" UUID NOT NULL,
    "employer" TEXT NOT NULL,
    "job_title" TEXT NOT NULL,
    "employed_from" DATE NOT NULL,
    "employed_until" DATE,
    "proof" TEXT NOT NULL,
    "proof_seen_on" DATE NOT NULL,
    "lapsed_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "placement_waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_week" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "enrolment_id" UUID NOT NULL,
    "monday" DATE NOT NULL,
    "state" "stage_week_state" NOT NULL DEFAULT 'draft',
    "returned_reason" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "validated_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stage_week_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_day" (
    "stage_week_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "activity" TEXT,

    CONSTRAINT "stage_day_pkey" PRIMARY KEY ("stage_week_id","day")
);

-- CreateTable
CREATE TABLE "ccp_result" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "title_version_id" UUID NOT NULL,
    "block_id" UUID,
    "obtained" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "published_on" DATE,
    "annulled_on" DATE,
    "annulled_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ccp_result_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "enrolment_person_id_idx" ON "enrolment"("person_id");

-- CreateIndex
CREATE INDEX "enrolment_cohort_id_state_idx" ON "enrolment"("cohort_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_id_person_id_key" ON "enrolment"("id", "person_id");

-- CreateIndex
CREATE INDEX "enrolment_block_block_id_idx" ON "enrolment_block"("block_id");

-- CreateIndex
CREATE INDEX "placement_waiver_enrolment_id_idx" ON "placement_waiver"("enrolment_id");

-- CreateIndex
CREATE INDEX "stage_week_state_monday_id_idx" ON "stage_week"("state", "monday", "id");

-- CreateIndex
CREATE INDEX "stage_week_monday_id_idx" ON "stage_week"("monday", "id");

-- CreateIndex
CREATE UNIQUE INDEX "stage_week_enrolment_id_monday_key" ON "stage_week"("enrolment_id", "monday");

-- CreateIndex
CREATE INDEX "stage_day_day_stage_week_id_idx" ON "stage_day"("day", "stage_week_id");

-- CreateIndex
CREATE INDEX "ccp_result_person_id_title_version_id_idx" ON "ccp_result"("person_id", "title_version_id");

-- CreateIndex
CREATE INDEX "ccp_result_enrolment_id_person_id_idx" ON "ccp_result"("enrolment_id", "person_id");

-- CreateIndex
CREATE INDEX "ccp_result_title_version_id_idx" ON "ccp_result"("title_version_id");

-- CreateIndex
CREATE INDEX "ccp_result_block_id_title_version_id_idx" ON "ccp_result"("block_id", "title_version_id");

-- CreateIndex
CREATE INDEX "ccp_result_decided_on_id_idx" ON "ccp_result"("decided_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "person_identity_key_key" ON "person"("identity_key");

-- CreateIndex
CREATE INDEX "person_name_key_id_idx" ON "person"("name_key", "id");

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_block" ADD CONSTRAINT "enrolment_block_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_block" ADD CONSTRAINT "enrolment_block_block_id_fkey" FOREIGN KEY ("block_id") REFERENCES "competency_block"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_waiver" ADD CONSTRAINT "placement_waiver_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_week" ADD CONSTRAINT "stage_week_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_day" ADD CONSTRAINT "stage_day_stage_week_id_fkey" FOREIGN KEY ("stage_week_id") REFERENCES "stage_week"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ccp_result" ADD CONSTRAINT "ccp_result_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ccp_result" ADD CONSTRAINT "ccp_result_enrolment_id_person_id_fkey" FOREIGN KEY ("enrolment_id", "person_id") REFERENCES "enrolment"("id", "person_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ccp_result" ADD CONSTRAINT "ccp_result_title_version_id_fkey" FOREIGN KEY ("title_version_id") REFERENCES "title_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ccp_result" ADD CONSTRAINT "ccp_result_block_id_title_version_id_fkey" FOREIGN KEY ("block_id", "title_version_id") REFERENCES "competency_block"("id", "title_version_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What Prisma cannot say, from here on ------------------------------------------------------------------------------

-- People known before names had keys: staff, whose accents need no folding to sign in.
UPDATE "person" SET "name_key" = trim(regexp_replace(lower("usual_name" || ' ' || "given_name"), '[^[:alnum:]]+', ' ', 'g'));
ALTER TABLE "person" ALTER COLUMN "name_key" DROP DEFAULT;

-- A2: who has a birth name and date has the key that tells them apart. G4: nobody here was born before 1920.
ALTER TABLE "person"
  ADD CONSTRAINT "person_identity_whole" CHECK (
    ("identity_key" IS NULL) = ("birth_date" IS NULL) AND ("birth_date" IS NULL OR "birth_name" IS NOT NULL)),
  ADD CONSTRAINT "person_birth_date_plausible" CHECK ("birth_date" >= DATE '1920-01-01');

-- A2: one live enrolment per person and cohort.
CREATE UNIQUE INDEX "enrolment_one_live" ON "enrolment" ("person_id", "cohort_id")
  WHERE "state" NOT IN ('dropped_out', 'excluded', 'cancelled');

-- A4: a VAE candidate has no placement to do.
ALTER TABLE "enrolment"
  ADD CONSTRAINT "enrolment_vae_without_placement" CHECK ("route" = 'fpc' OR "placement" = 'not_applicable');

ALTER TABLE "enrolment_block"
  ADD CONSTRAINT "enrolment_block_minutes" CHECK ("prescribed_minutes" >= 0);

-- P2: one waiver at a time; the ones before it stay, lapsed.
CREATE UNIQUE INDEX "placement_waiver_one_in_force" ON "placement_waiver" ("enrolment_id") WHERE "lapsed_on" IS NULL;
ALTER TABLE "placement_waiver"
  ADD CONSTRAINT "placement_waiver_employment" CHECK ("employed_until" >= "employed_from");

-- A week begins on Monday; what it tells follows from its state.
ALTER TABLE "stage_week"
  ADD CONSTRAINT "stage_week_begins_on_monday" CHECK (extract(isodow FROM "monday") = 1),
  ADD CONSTRAINT "stage_week_submitted" CHECK (("state" = 'draft') = ("submitted_at" IS NULL)),
  ADD CONSTRAINT "stage_week_validated" CHECK (("state" = 'validated') = ("validated_at" IS NOT NULL)),
  ADD CONSTRAINT "stage_week_returned_draft" CHECK ("returned_reason" IS NULL OR "state" = 'draft');

-- P4: a day has at most 10 h.
ALTER TABLE "stage_day" ADD CONSTRAINT "stage_day_minutes" CHECK ("minutes" BETWEEN 1 AND 600);

-- P4: a validated week is immutable; a day lies in its week.
CREATE FUNCTION "stage_week_keep_validated"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'validated' THEN
    RAISE EXCEPTION 'new row for relation "stage_week" violates check constraint "stage_week_immutable"'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "stage_week_immutable" BEFORE UPDATE OR DELETE ON "stage_week"
  FOR EACH ROW EXECUTE FUNCTION "stage_week_keep_validated"();

CREATE FUNCTION "stage_day_keep_validated"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  week "stage_week";
BEGIN
  SELECT * INTO week FROM "stage_week"
    WHERE "id" = CASE WHEN TG_OP = 'DELETE' THEN OLD."stage_week_id" ELSE NEW."stage_week_id" END;
  IF week."state" = 'validated' THEN
    RAISE EXCEPTION 'new row for relation "stage_day" violates check constraint "stage_week_immutable"'
      USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP <> 'DELETE' AND NEW."day" NOT BETWEEN week."monday" AND week."monday" + 6 THEN
    RAISE EXCEPTION 'new row for relation "stage_day" violates check constraint "stage_day_in_its_week"'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "stage_day_in_open_week" BEFORE INSERT OR UPDATE OR DELETE ON "stage_day"
  FOR EACH ROW EXECUTE FUNCTION "stage_day_keep_validated"();

-- E11: a certificate obtained is never obtained again; the same for the final interview.
CREATE UNIQUE INDEX "ccp_result_obtained_once" ON "ccp_result" ("person_id", "block_id")
  WHERE "obtained" AND "annulled_on" IS NULL AND "block_id" IS NOT NULL;
CREATE UNIQUE INDEX "ccp_result_interview_passed_once" ON "ccp_result" ("person_id", "title_version_id")
  WHERE "obtained" AND "annulled_on" IS NULL AND "block_id" IS NULL;
ALTER TABLE "ccp_result"
  ADD CONSTRAINT "ccp_result_published_after_decision" CHECK ("published_on" >= "decided_on"),
  ADD CONSTRAINT "ccp_result_annulled_with_reason" CHECK (("annulled_on" IS NULL) = ("annulled_reason" IS NULL));

-- E11: what was decided never changes: it is published once, annulled once, and stays.
CREATE FUNCTION "ccp_result_keep_decision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR (OLD."person_id", OLD."enrolment_id", OLD."title_version_id", OLD."obtained", OLD."reason", OLD."decided_on")
      IS DISTINCT FROM
      (NEW."person_id", NEW."enrolment_id", NEW."title_version_id", NEW."obtained", NEW."reason", NEW."decided_on")
    OR OLD."block_id" IS DISTINCT FROM NEW."block_id"
    OR (OLD."published_on" IS NOT NULL AND OLD."published_on" IS DISTINCT FROM NEW."published_on")
    OR (OLD."annulled_on" IS NOT NULL
      AND (OLD."annulled_on", OLD."annulled_reason", OLD."published_on")
        IS DISTINCT FROM (NEW."annulled_on", NEW."annulled_reason", NEW."published_on"))
  THEN
    RAISE EXCEPTION 'new row for relation "ccp_result" violates check constraint "ccp_result_immutable"'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ccp_result_immutable" BEFORE UPDATE OR DELETE ON "ccp_result"
  FOR EACH ROW EXECUTE FUNCTION "ccp_result_keep_decision"();
