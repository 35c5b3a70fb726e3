-- P4: a day neither changes in a validated week, nor enters one, nor leaves one for another.
CREATE OR REPLACE FUNCTION "stage_day_keep_validated"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "stage_week"
      WHERE "state" = 'validated'
        AND (TG_OP <> 'INSERT' AND "id" = OLD."stage_week_id" OR TG_OP <> 'DELETE' AND "id" = NEW."stage_week_id")
  ) THEN
    RAISE EXCEPTION 'new row for relation "stage_day" violates check constraint "stage_week_immutable"'
      USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP <> 'DELETE' AND EXISTS (
    SELECT FROM "stage_week"
      WHERE "id" = NEW."stage_week_id" AND NEW."day" NOT BETWEEN "monday" AND "monday" + 6
  ) THEN
    RAISE EXCEPTION 'new row for relation "stage_day" violates check constraint "stage_day_in_its_week"'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
