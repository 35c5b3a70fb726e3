import { statSync } from "node:fs";
import { EnvironmentError } from "../../env.ts";
import type { Typesetter } from "../../core/typesetter.ts";
import { specimenTimetable } from "./specimen-timetable.ts";

/**
 * Typesets what every template of the installation's folder is for, in both languages. Throws an `EnvironmentError` that
 * names the file and the line to mend, so that Passerelle does not start with templates that fail later.
 */
export async function checkTemplates(templatesDir: string, typesetter: Typesetter): Promise<void> {
  if (!statSync(templatesDir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new EnvironmentError(`TEMPLATES_DIR is "${templatesDir}", but must be a folder that holds templates (.typ).`);
  }
  for (const data of [specimenTimetable("fr"), specimenTimetable("en")]) {
    const made = await typesetter.attempt({ template: "timetable.typ", data });
    if (made.kind === "document") continue;
    const place = made.line === null ? made.file : `${made.file}, line ${made.line}`;
    throw new EnvironmentError(
      `TEMPLATES_DIR is "${templatesDir}", whose templates cannot be used: ${place}: ${made.message}. ` +
        `Mend the file, or take it away to use the original.`,
    );
  }
}
