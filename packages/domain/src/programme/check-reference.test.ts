import type { ReferenceImport } from "@passerelle/contracts/reference-import";
import { describe, expect, test } from "vitest";
import type { StoredEdition } from "./check-edition.ts";
import { checkReference } from "./check-reference.ts";

type Edition = ReferenceImport["titleVersions"][number];
type Programme = ReferenceImport["programmes"][number];
type Tariff = Programme["tariffs"][number];

const competency = (code: string) => ({ code, title: code, wording: "verified" as const });
const block = (code: string, ...competencies: string[]) => ({
  code,
  title: code,
  shortTitle: code,
  competencies: competencies.map(competency),
});

const edition2017: Edition = {
  code: "MSADS-2017",
  titleCode: "MSADS",
  name: "Médiateur social accès aux droits et services",
  order: "Arrêté du 3 janvier 2017",
  level: "IV",
  rncpCode: null,
  ministryCode: null,
  nsfCode: null,
  inForceFrom: "2017-05-16",
  inForceTo: "2022-05-15",
  blocks: [block("CCP1", "CP1", "CP2"), block("CCP2", "CP3"), block("CCP3", "CP4")],
  replaces: null,
};

const edition2022: Edition = {
  ...edition2017,
  code: "MSADS-2022",
  inForceFrom: "2022-05-16",
  inForceTo: "2027-05-16",
  replaces: { titleVersion: "MSADS-2017", competencies: [{ from: "CP1", to: "CP2" }] },
};

const price: Tariff = {
  code: "training-2017",
  label: "Formation",
  product: "training",
  funder: null,
  amountCents: 372_400,
  maxAmountCents: null,
  minutes: 266 * 60,
  validFrom: "2017-01-01",
  validTo: "2017-12-31",
  isExample: false,
};

const programme: Programme = {
  code: "MSADS-2017",
  name: "MSADS",
  titleVersion: "MSADS-2017",
  theoryMinutes: 266 * 60,
  placementMinutes: 350 * 60,
  blocks: [
    { code: "CCP1", minutes: 77 * 60, examHalfDays: 0 },
    { code: "CCP2", minutes: 112 * 60, examHalfDays: 2 },
    { code: "CCP3", minutes: 77 * 60, examHalfDays: 2 },
  ],
  sessionCount: 9,
  daysPerSession: 4,
  examDayCount: 2,
  examDaysCountAsTraining: true,
  minDaysBetweenSessions: 14,
  am: { start: "09:00", end: "12:30" },
  pm: { start: "13:30", end: "17:00" },
  tariffs: [price],
  notes: [],
};

const found = (titleVersions: Edition[], programmes: Programme[] = [], stored: StoredEdition[] = []) =>
  checkReference({ titleVersions, programmes }, stored).map(({ pointer, code }) => `${pointer} ${code}`);
const inEdition = (change: Partial<Edition>) => found([{ ...edition2017, ...change }]);
const inProgramme = (change: Partial<Programme>) => found([edition2017], [{ ...programme, ...change }]);
const inTariffs = (...changes: Partial<Tariff>[]) =>
  inProgramme({ tariffs: changes.map((change, index) => ({ ...price, code: `t${index}`, ...change })) });

test("both editions and their programme hold", () => {
  expect(found([edition2017, edition2022], [programme])).toEqual([]);
});

describe("codes are unique, a competency lies in one block (R1)", () => {
  test("one competency in two blocks, the second pointed at", () => {
    const blocks = [block("CCP1", "CP1"), block("CCP2", "CP2", "CP1")];
    expect(checkReference({ titleVersions: [{ ...edition2017, blocks }], programmes: [] })).toEqual([
      {
        pointer: "/titleVersions/0/blocks/1/competencies/1/code",
        code: "competency_twice",
        facts: { name: "CP1", first: "/titleVersions/0/blocks/0/competencies/0/code" },
      },
    ]);
  });

  test("one block, edition or programme twice", () => {
    expect(inEdition({ blocks: [block("CCP1", "CP1"), block("CCP1", "CP2")] })).toEqual([
      "/titleVersions/0/blocks/1/code block_twice",
    ]);
    expect(found([edition2017, edition2017])).toEqual(["/titleVersions/1/code edition_twice"]);
    expect(found([edition2017], [programme, programme])).toEqual(["/programmes/1/code programme_twice"]);
  });

  test("a replacement between competencies that are not there", () => {
    const replaces = { titleVersion: "MSADS-2017", competencies: [{ from: "CP9", to: "CP8" }] };
    expect(found([edition2017, { ...edition2022, replaces }])).toEqual([
      "/titleVersions/1/replaces/competencies/0/from competency_unknown",
      "/titleVersions/1/replaces/competencies/0/to competency_unknown",
    ]);
  });

  test("a replaced edition that is unknown, of another title, or not before", () => {
    expect(found([edition2022])).toEqual(["/titleVersions/0/replaces/titleVersion replaced_edition_unknown"]);
    expect(found([{ ...edition2017, titleCode: "OTHER" }, edition2022])).toEqual([
      "/titleVersions/1/replaces/titleVersion replaced_edition_of_other_title",
    ]);
    const later = { ...edition2017, inForceFrom: "2028-01-01", inForceTo: "2030-01-01" };
    expect(found([later, edition2022])).toEqual(["/titleVersions/1/replaces/titleVersion replaced_edition_not_before"]);
  });
});

describe("editions of one title do not overlap (R2)", () => {
  test("a 2022 edition starting on 15 May 2022, shown on both", () => {
    expect(found([edition2017, { ...edition2022, inForceFrom: "2022-05-15" }])).toEqual([
      "/titleVersions/0/inForceFrom editions_overlap",
      "/titleVersions/1/inForceFrom editions_overlap",
    ]);
  });

  test("nor with one already stored, but an edition replaces itself", () => {
    const stored = { ...edition2017, blocks: [{ code: "CCP1", competencies: ["CP1"] }] };
    expect(found([{ ...edition2022, inForceFrom: "2022-05-15" }], [], [stored])).toEqual([
      "/titleVersions/0/inForceFrom editions_overlap",
    ]);
    expect(found([edition2017], [programme], [stored])).toEqual([]);
  });

  test("another title's edition may", () => {
    expect(found([edition2017, { ...edition2017, code: "X-2017", titleCode: "X" }])).toEqual([]);
  });

  test("an edition ends after it starts", () => {
    expect(inEdition({ inForceTo: "2017-05-16" })).toEqual(["/titleVersions/0/inForceTo edition_reversed"]);
  });
});

describe("a programme's hours are those of its edition's blocks (R4)", () => {
  test("266 hours are not 77, 112 and 70", () => {
    const blocks = programme.blocks.map((each, index) => (index === 2 ? { ...each, minutes: 70 * 60 } : each));
    expect(checkReference({ titleVersions: [edition2017], programmes: [{ ...programme, blocks }] })).toEqual([
      {
        pointer: "/programmes/0/theoryMinutes",
        code: "hours_do_not_add_up",
        facts: { theoryMinutes: 15_960, blockMinutes: 15_540, differenceMinutes: -420 },
      },
    ]);
  });

  test("a block the edition lacks, and one the programme lacks", () => {
    const blocks = programme.blocks.map((each, index) => (index === 2 ? { ...each, code: "CCP9" } : each));
    expect(inProgramme({ blocks })).toEqual([
      "/programmes/0/blocks/2/code block_unknown",
      "/programmes/0/blocks block_missing",
    ]);
  });

  test("a block taught twice", () => {
    const blocks = [...programme.blocks, { code: "CCP1", minutes: 60, examHalfDays: 0 }];
    expect(inProgramme({ blocks, theoryMinutes: 267 * 60 })).toEqual(["/programmes/0/blocks/3/code block_twice"]);
  });

  test("an edition nobody knows; a stored one will do", () => {
    expect(found([], [programme])).toEqual(["/programmes/0/titleVersion edition_unknown"]);
    const blocks = ["CCP1", "CCP2", "CCP3"].map((code) => ({ code, competencies: [] }));
    expect(found([], [programme], [{ ...edition2017, blocks }])).toEqual([]);
  });
});

describe("minutes are whole, above zero, and ten hours a day at most (R5)", () => {
  test("0 h and 3.3333 h", () => {
    const blocks = programme.blocks.map((each, index) => ({ ...each, minutes: [0, 3.3333, 15_956.6667][index] ?? 0 }));
    expect(inProgramme({ blocks })).toEqual([
      "/programmes/0/blocks/0/minutes not_a_whole_number",
      "/programmes/0/blocks/1/minutes not_a_whole_number",
      "/programmes/0/blocks/2/minutes not_a_whole_number",
    ]);
  });

  test("11 h", () => {
    const times = { am: { start: "07:00", end: "12:30" }, pm: { start: "13:30", end: "19:00" } };
    expect(inProgramme(times)).toEqual(["/programmes/0/pm/end day_too_long"]);
  });

  test("half-days that are reversed, overlap, or differ", () => {
    expect(inProgramme({ am: { start: "12:30", end: "09:00" } })).toEqual(["/programmes/0/am/end half_day_reversed"]);
    expect(inProgramme({ pm: { start: "12:00", end: "15:30" } })).toEqual(["/programmes/0/pm/start half_days_overlap"]);
    expect(inProgramme({ pm: { start: "13:30", end: "16:30" } })).toEqual(["/programmes/0/pm half_days_differ"]);
  });
});

describe("one product and funder has one price on any day (R6)", () => {
  test("a second 2017 rate", () => {
    expect(inTariffs({}, { validFrom: "2017-12-31", validTo: "2018-12-31" })).toEqual([
      "/programmes/0/tariffs/1/validFrom tariffs_overlap",
    ]);
  });

  test("another year, product or funder is another price", () => {
    const next = { validFrom: "2018-01-01", validTo: "2018-12-31" };
    expect(inTariffs({}, next, { product: "vae_coaching" }, { funder: "OPCO" })).toEqual([]);
  });

  test("dates the wrong way round, a code twice", () => {
    expect(inTariffs({ validTo: "2016-12-31" })).toEqual(["/programmes/0/tariffs/0/validTo tariff_reversed"]);
    expect(inTariffs({ code: "t" }, { code: "t", funder: "OPCO" })).toEqual([
      "/programmes/0/tariffs/1/code tariff_twice",
    ]);
  });
});

describe("money is whole cents (R7)", () => {
  test("266 h at 14 € is 372,400 cents", () => {
    expect((266 * 60 * 1400) / 60).toBe(price.amountCents);
  });

  test("a fraction of a cent, a negative amount, a range the wrong way round", () => {
    expect(inTariffs({ amountCents: 0.5 })).toEqual(["/programmes/0/tariffs/0/amountCents not_a_whole_number"]);
    expect(inTariffs({ amountCents: -1 })).toEqual(["/programmes/0/tariffs/0/amountCents not_a_whole_number"]);
    expect(inTariffs({ maxAmountCents: 372_399 })).toEqual(["/programmes/0/tariffs/0/maxAmountCents amounts_reversed"]);
  });
});

test("every fault is reported at once", () => {
  const broken = { ...programme, theoryMinutes: 1, tariffs: [{ ...price, amountCents: -1 }] };
  expect(found([{ ...edition2017, inForceTo: "2017-01-01" }], [broken])).toHaveLength(3);
});
