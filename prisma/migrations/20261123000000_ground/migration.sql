-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'referent', 'trainer', 'examiner', 'trainee');

-- CreateEnum
CREATE TYPE "token_kind" AS ENUM ('sign_in', 'password_reset', 'api_key');

-- CreateEnum
CREATE TYPE "tariff_product" AS ENUM ('application_fee', 'training', 'vae_coaching', 'vae_top_up');

-- CreateEnum
CREATE TYPE "half_day_kind" AS ENUM ('teaching', 'exam');

-- CreateEnum
CREATE TYPE "slot" AS ENUM ('am', 'pm');

-- CreateEnum
CREATE TYPE "half_day_state" AS ENUM ('planned', 'held', 'locked', 'cancelled');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "given_name" TEXT NOT NULL,
    "usual_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "roles" "role"[],
    "deactivated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" "token_kind" NOT NULL,
    "hash" BYTEA NOT NULL,
    "user_id" UUID,
    "name" TEXT,
    "prefix" TEXT,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_on" DATE,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "email_hash" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("email_hash")
);

-- CreateTable
CREATE TABLE "training_provider" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "siret" TEXT,
    "activity_number" TEXT,
    "address_lines" TEXT[],
    "contacts" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "training_provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "title_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "title_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "order" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "rncp_code" TEXT,
    "ministry_code" TEXT,
    "nsf_code" TEXT,
    "in_force_from" DATE NOT NULL,
    "in_force_to" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "replaces_id" UUID,

    CONSTRAINT "title_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competency_block" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "title_version_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "short_title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "competency_block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competency" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "title_version_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "competency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competency_succession" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,

    CONSTRAINT "competency_succession_pkey" PRIMARY KEY ("from_id","to_id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title_version_id" UUID NOT NULL,
    "theory_minutes" INTEGER NOT NULL,
    "placement_minutes" INTEGER NOT NULL,
    "half_day_minutes" INTEGER NOT NULL,
    "session_count" INTEGER NOT NULL,
    "days_per_session" INTEGER NOT NULL,
    "exam_day_count" INTEGER NOT NULL,
    "exam_days_count_as_training" BOOLEAN NOT NULL,
    "min_days_between_sessions" INTEGER NOT NULL,
    "am_start" TEXT NOT NULL,
    "am_end" TEXT NOT NULL,
    "pm_start" TEXT NOT NULL,
    "pm_end" TEXT NOT NULL,
    "notes" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_block" (
    "programme_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "minutes" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "exam_half_days" INTEGER NOT NULL,

    CONSTRAINT "programme_block_pkey" PRIMARY KEY ("programme_id","block_id")
);

-- CreateTable
CREATE TABLE "tariff" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "programme_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "product" "tariff_product" NOT NULL,
    "funder" TEXT,
    "amount_cents" INTEGER NOT NULL,
    "max_amount_cents" INTEGER,
    "minutes" INTEGER,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "is_example" BOOLEAN NOT NULL,

    CONSTRAINT "tariff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closure" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "label" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "registration_opens_on" DATE NOT NULL,
    "registration_closes_on" DATE NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "capacity" INTEGER NOT NULL,
    "cancelled_reason" TEXT,
    "gap_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "cohort_id" UUID NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "half_day" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "cohort_id" UUID NOT NULL,
    "session_id" UUID,
    "kind" "half_day_kind" NOT NULL,
    "day" DATE NOT NULL,
    "slot" "slot" NOT NULL,
    "starts_at" TIMESTAMP(0) NOT NULL,
    "ends_at" TIMESTAMP(0) NOT NULL,
    "block_id" UUID,
    "state" "half_day_state" NOT NULL DEFAULT 'planned',
    "cancelled_reason" TEXT,

    CONSTRAINT "half_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "effective_on" DATE NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "type" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" UUID,
    "data" JSONB NOT NULL,
    "request_id" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "caller" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "headers" JSONB,
    "body" JSONB,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("caller","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_person_id_key" ON "user_account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "access_token_hash_key" ON "access_token"("hash");

-- CreateIndex
CREATE INDEX "access_token_user_id_idx" ON "access_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "title_version_code_key" ON "title_version"("code");

-- CreateIndex
CREATE INDEX "title_version_replaces_id_idx" ON "title_version"("replaces_id");

-- CreateIndex
CREATE UNIQUE INDEX "competency_block_title_version_id_code_key" ON "competency_block"("title_version_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "competency_block_id_title_version_id_key" ON "competency_block"("id", "title_version_id");

-- CreateIndex
CREATE INDEX "competency_block_id_title_version_id_idx" ON "competency"("block_id", "title_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "competency_title_version_id_code_key" ON "competency"("title_version_id", "code");

-- CreateIndex
CREATE INDEX "competency_succession_to_id_idx" ON "competency_succession"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_code_key" ON "programme"("code");

-- CreateIndex
CREATE INDEX "programme_title_version_id_idx" ON "programme"("title_version_id");

-- CreateIndex
CREATE INDEX "programme_block_block_id_idx" ON "programme_block"("block_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_block_programme_id_position_key" ON "programme_block"("programme_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "tariff_programme_id_code_key" ON "tariff"("programme_id", "code");

-- CreateIndex
CREATE INDEX "closure_to_day_idx" ON "closure"("to_day");

-- CreateIndex
CREATE UNIQUE INDEX "cohort_code_key" ON "cohort"("code");

-- CreateIndex
CREATE INDEX "cohort_programme_id_idx" ON "cohort"("programme_id");

-- CreateIndex
CREATE INDEX "cohort_starts_on_id_idx" ON "cohort"("starts_on", "id");

-- CreateIndex
CREATE INDEX "session_cohort_id_idx" ON "session"("cohort_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_cohort_id_key" ON "session"("id", "cohort_id");

-- CreateIndex
CREATE INDEX "half_day_cohort_id_day_idx" ON "half_day"("cohort_id", "day");

-- CreateIndex
CREATE INDEX "half_day_session_id_cohort_id_idx" ON "half_day"("session_id", "cohort_id");

-- CreateIndex
CREATE INDEX "half_day_block_id_idx" ON "half_day"("block_id");

-- CreateIndex
CREATE INDEX "half_day_day_id_idx" ON "half_day"("day", "id");

-- CreateIndex
CREATE INDEX "event_entity_entity_id_id_idx" ON "event"("entity", "entity_id", "id");

-- CreateIndex
CREATE INDEX "idempotency_key_started_at_idx" ON "idempotency_key"("started_at");

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "title_version" ADD CONSTRAINT "title_version_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "title_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competency_block" ADD CONSTRAINT "competency_block_title_version_id_fkey" FOREIGN KEY ("title_version_id") REFERENCES "title_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competency" ADD CONSTRAINT "competency_block_id_title_version_id_fkey" FOREIGN KEY ("block_id", "title_version_id") REFERENCES "competency_block"("id", "title_version_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competency_succession" ADD CONSTRAINT "competency_succession_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "competency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "competency_succession" ADD CONSTRAINT "competency_succession_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "competency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_title_version_id_fkey" FOREIGN KEY ("title_version_id") REFERENCES "title_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_block" ADD CONSTRAINT "programme_block_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_block" ADD CONSTRAINT "programme_block_block_id_fkey" FOREIGN KEY ("block_id") REFERENCES "competency_block"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tariff" ADD CONSTRAINT "tariff_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "half_day" ADD CONSTRAINT "half_day_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "half_day" ADD CONSTRAINT "half_day_session_id_cohort_id_fkey" FOREIGN KEY ("session_id", "cohort_id") REFERENCES "session"("id", "cohort_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "half_day" ADD CONSTRAINT "half_day_block_id_fkey" FOREIGN KEY ("block_id") REFERENCES "competency_block"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say, from here on ------------------------------------------------------------------------------

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- R2: editions of one title do not overlap, and begin before they end.
ALTER TABLE "title_version"
  ADD CONSTRAINT "title_version_starts_before_it_ends" CHECK ("in_force_from" < "in_force_to"),
  ADD CONSTRAINT "title_version_editions_no_overlap"
    EXCLUDE USING gist ("title_code" WITH =, daterange("in_force_from", "in_force_to", '[]') WITH &&)
    DEFERRABLE INITIALLY DEFERRED;

-- R5: minutes are whole (int) and above zero.
ALTER TABLE "programme"
  ADD CONSTRAINT "programme_minutes_positive" CHECK ("theory_minutes" > 0 AND "half_day_minutes" > 0 AND "placement_minutes" >= 0);
ALTER TABLE "programme_block"
  ADD CONSTRAINT "programme_block_minutes_positive" CHECK ("minutes" > 0 AND "exam_half_days" >= 0);

-- R6, R7: prices have a period, never two at once for one product and funder; cents are never negative.
ALTER TABLE "tariff"
  ADD CONSTRAINT "tariff_period" CHECK ("valid_from" <= "valid_to"),
  ADD CONSTRAINT "tariff_cents" CHECK ("amount_cents" >= 0 AND "max_amount_cents" >= "amount_cents"),
  ADD CONSTRAINT "tariff_one_price_at_a_time"
    EXCLUDE USING gist (
      "programme_id" WITH =, "product" WITH =, (coalesce("funder", '')) WITH =,
      daterange("valid_from", "valid_to", '[]') WITH &&)
    DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "closure" ADD CONSTRAINT "closure_period" CHECK ("from_day" <= "to_day");

ALTER TABLE "cohort"
  ADD CONSTRAINT "cohort_capacity_positive" CHECK ("capacity" > 0),
  ADD CONSTRAINT "cohort_registration_period" CHECK ("registration_opens_on" <= "registration_closes_on"),
  ADD CONSTRAINT "cohort_period" CHECK ("starts_on" <= "ends_on");

-- A teaching half-day is in a session, an exam half-day in none; a cancelled one says why; its day and times agree.
ALTER TABLE "half_day"
  ADD CONSTRAINT "half_day_kind_and_session" CHECK (("kind" = 'teaching') = ("session_id" IS NOT NULL)),
  ADD CONSTRAINT "half_day_teaching_has_block" CHECK ("kind" = 'exam' OR "block_id" IS NOT NULL),
  ADD CONSTRAINT "half_day_cancelled_with_reason" CHECK (("state" = 'cancelled') = ("cancelled_reason" IS NOT NULL)),
  ADD CONSTRAINT "half_day_times" CHECK (
    "starts_at" < "ends_at" AND "starts_at"::date = "day" AND "ends_at"::date = "day"),
  -- T1: a cohort is never in two half-days at once, cancelled ones apart. Checked at the end of each statement, so that
  -- one statement may move a whole session by a day.
  ADD CONSTRAINT "half_day_cohort_no_overlap"
    EXCLUDE USING gist ("cohort_id" WITH =, tsrange("starts_at", "ends_at") WITH &&)
    WHERE ("state" <> 'cancelled')
    DEFERRABLE INITIALLY IMMEDIATE;

-- A secret belongs to a person, or is a key with a name.
ALTER TABLE "access_token"
  ADD CONSTRAINT "access_token_owner" CHECK (
    ("kind" = 'api_key') = ("user_id" IS NULL) AND ("kind" = 'api_key') = ("name" IS NOT NULL AND "prefix" IS NOT NULL));

ALTER TABLE "user_account"
  ADD CONSTRAINT "user_account_email_lower_case" CHECK ("email" = lower("email"));

-- One installation, one provider.
ALTER TABLE "training_provider" ADD CONSTRAINT "training_provider_single" CHECK ("id" = 1);
INSERT INTO "training_provider" ("id", "name", "address_lines", "contacts") VALUES (1, 'Centre de formation', '{}', '[]');

-- G2: the log of events is only ever appended to.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
