-- CreateEnum
CREATE TYPE "holiday_zone" AS ENUM ('metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'la-reunion', 'mayotte');

-- CreateEnum
CREATE TYPE "plan_change_state" AS ENUM ('done', 'undone', 'discarded');

-- AlterTable
ALTER TABLE "cohort" ADD COLUMN     "site_id" UUID;

-- AlterTable
ALTER TABLE "half_day" ADD COLUMN     "override_reason" TEXT,
ADD COLUMN     "remote" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "replaces_id" UUID,
ADD COLUMN     "room_id" UUID,
ADD COLUMN     "trainer_id" UUID;

-- CreateTable
CREATE TABLE "site" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "address_lines" TEXT[],
    "holiday_zone" "holiday_zone" NOT NULL DEFAULT 'metropole',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "site_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "equipment" TEXT[],
    "accessible" BOOLEAN NOT NULL,
    "retired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trainer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "retired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "trainer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trainer_competency" (
    "trainer_id" UUID NOT NULL,
    "competency_id" UUID NOT NULL,

    CONSTRAINT "trainer_competency_pkey" PRIMARY KEY ("trainer_id","competency_id")
);

-- CreateTable
CREATE TABLE "unavailability" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "trainer_id" UUID,
    "room_id" UUID,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "weekdays" SMALLINT[],
    "every_weeks" INTEGER NOT NULL DEFAULT 1,
    "slot" "slot",
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unavailability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "half_day_competency" (
    "half_day_id" UUID NOT NULL,
    "competency_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,

    CONSTRAINT "half_day_competency_pkey" PRIMARY KEY ("half_day_id","block_id","competency_id")
);

-- CreateTable
CREATE TABLE "plan_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "cohort_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "state" "plan_change_state" NOT NULL DEFAULT 'done',
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "plan_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "site_name_key" ON "site"("name");

-- CreateIndex
CREATE INDEX "room_name_id_idx" ON "room"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "room_site_id_name_key" ON "room"("site_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "trainer_person_id_key" ON "trainer"("person_id");

-- CreateIndex
CREATE INDEX "trainer_competency_competency_id_idx" ON "trainer_competency"("competency_id");

-- CreateIndex
CREATE INDEX "unavailability_trainer_id_from_day_idx" ON "unavailability"("trainer_id", "from_day");

-- CreateIndex
CREATE INDEX "unavailability_room_id_from_day_idx" ON "unavailability"("room_id", "from_day");

-- CreateIndex
CREATE INDEX "unavailability_from_day_id_idx" ON "unavailability"("from_day", "id");

-- CreateIndex
CREATE INDEX "half_day_competency_competency_id_block_id_idx" ON "half_day_competency"("competency_id", "block_id");

-- CreateIndex
CREATE INDEX "plan_change_cohort_id_id_idx" ON "plan_change"("cohort_id", "id");

-- CreateIndex
CREATE INDEX "plan_change_event_id_idx" ON "plan_change"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "competency_id_block_id_key" ON "competency"("id", "block_id");

-- CreateIndex
CREATE INDEX "cohort_site_id_idx" ON "cohort"("site_id");

-- CreateIndex
CREATE UNIQUE INDEX "half_day_replaces_id_key" ON "half_day"("replaces_id");

-- CreateIndex
CREATE INDEX "half_day_trainer_id_day_idx" ON "half_day"("trainer_id", "day");

-- CreateIndex
CREATE INDEX "half_day_room_id_day_idx" ON "half_day"("room_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "half_day_id_block_id_key" ON "half_day"("id", "block_id");

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainer" ADD CONSTRAINT "trainer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainer_competency" ADD CONSTRAINT "trainer_competency_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "trainer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainer_competency" ADD CONSTRAINT "trainer_competency_competency_id_fkey" FOREIGN KEY ("competency_id") REFERENCES "competency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unavailability" ADD CONSTRAINT "unavailability_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "trainer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unavailability" ADD CONSTRAINT "unavailability_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "half_day" ADD CONSTRAINT "half_day_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "trainer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "half_day" ADD CONSTRAINT "half_day_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "half_day" ADD CONSTRAINT "half_day_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "half_day"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "half_day_competency" ADD CONSTRAINT "half_day_competency_half_day_id_block_id_fkey" FOREIGN KEY ("half_day_id", "block_id") REFERENCES "half_day"("id", "block_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "half_day_competency" ADD CONSTRAINT "half_day_competency_competency_id_block_id_fkey" FOREIGN KEY ("competency_id", "block_id") REFERENCES "competency"("id", "block_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say -----------------------------------------------------------------------------------------------

-- T1: nor is a trainer, or a room, ever in two half-days at once, cancelled ones apart; checked at the end of each
-- statement, like the cohort's own, so that two half-days may change places in one.
ALTER TABLE "half_day"
  ADD CONSTRAINT "half_day_trainer_no_overlap"
    EXCLUDE USING gist ("trainer_id" WITH =, tsrange("starts_at", "ends_at") WITH &&)
    WHERE ("state" <> 'cancelled' AND "trainer_id" IS NOT NULL)
    DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT "half_day_room_no_overlap"
    EXCLUDE USING gist ("room_id" WITH =, tsrange("starts_at", "ends_at") WITH &&)
    WHERE ("state" <> 'cancelled' AND "room_id" IS NOT NULL)
    DEFERRABLE INITIALLY IMMEDIATE,
  -- At a distance there is no room.
  ADD CONSTRAINT "half_day_remote_without_room" CHECK (NOT ("remote" AND "room_id" IS NOT NULL)),
  ADD CONSTRAINT "half_day_replaces_another" CHECK ("replaces_id" <> "id");

ALTER TABLE "room" ADD CONSTRAINT "room_capacity_positive" CHECK ("capacity" > 0);

-- Of a trainer or of a room; without end, or ending when it has begun; weekdays are ISO's.
ALTER TABLE "unavailability"
  ADD CONSTRAINT "unavailability_of_one" CHECK (num_nonnulls("trainer_id", "room_id") = 1),
  ADD CONSTRAINT "unavailability_period" CHECK ("from_day" <= "to_day"),
  ADD CONSTRAINT "unavailability_weekdays" CHECK ("weekdays" <@ '{1,2,3,4,5,6,7}'::smallint[]),
  ADD CONSTRAINT "unavailability_every_weeks" CHECK ("every_weeks" BETWEEN 1 AND 2);
