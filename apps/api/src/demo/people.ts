import type { personCreate } from "@passerelle/contracts/people";
import type { InputOf } from "@passerelle/contracts/http";

type Person = Pick<InputOf<typeof personCreate>["body"], "birthName" | "givenName" | "birthDate">;

export interface DemoTrainee {
  readonly person: Person;
  readonly route: "fpc" | "vae";
  /** Hours of stage in each week worked, latest last; weeks with a course or a closure are passed over. */
  readonly stageHours: readonly number[];
  /** How many of the latest weeks are sent and not yet validated. */
  readonly waiting: number;
  /** Weeks without any stage before the last one worked. */
  readonly idleWeeks: number;
  readonly isWaived?: true;
  readonly left?: { readonly weeksBefore: number; readonly reason: string };
  /** Obtained or not by block; the final interview when all are. */
  readonly results?: Readonly<Record<string, boolean>>;
}

const tenFullWeeks = Array.from({ length: 10 }, () => 35);
const none = { stageHours: [], waiting: 0, idleWeeks: 0 };

/** The finished cohort: two titles, one without a placement to do, a partial result, a candidate by experience. */
export const pageTrainees: readonly DemoTrainee[] = [
  {
    person: { birthName: "Témoin", givenName: "Éloïse", birthDate: "1984-02-29" },
    route: "fpc",
    ...none,
    isWaived: true,
    results: { CCP1: true, CCP2: true, CCP3: true },
  },
  {
    person: { birthName: "N’Exemple–Modèle", givenName: "Farid", birthDate: "1991-11-08" },
    route: "fpc",
    ...none,
    stageHours: tenFullWeeks,
    results: { CCP1: true, CCP2: true, CCP3: true },
  },
  {
    person: { birthName: "Échantillon", givenName: "Maryam", birthDate: "1978-07-14" },
    route: "fpc",
    ...none,
    stageHours: tenFullWeeks,
    results: { CCP1: true, CCP2: false, CCP3: true },
  },
  {
    person: { birthName: "Prototype", givenName: "Jean-Noël", birthDate: "1969-09-30" },
    route: "vae",
    ...none,
    results: { CCP1: true, CCP2: true },
  },
];

/** The cohort in progress: on pace, late, gone, waived, and weeks that wait for the referent. */
export const runningTrainees: readonly DemoTrainee[] = [
  {
    person: { birthName: "Exemple", givenName: "Amel", birthDate: "1996-04-21" },
    route: "fpc",
    stageHours: [14, 14, 21, 21, 14, 21, 21, 21, 14, 21],
    waiting: 1,
    idleWeeks: 0,
  },
  {
    person: { birthName: "Fictif", givenName: "Yanis", birthDate: "1999-12-03" },
    route: "fpc",
    stageHours: [14, 7, 7],
    waiting: 0,
    idleWeeks: 1,
  },
  {
    person: { birthName: "Essai", givenName: "Lou", birthDate: "1988-01-17" },
    route: "fpc",
    stageHours: [28, 28, 21, 28, 21, 28],
    waiting: 2,
    idleWeeks: 0,
  },
  {
    person: { birthName: "Spécimen", givenName: "Inès", birthDate: "1993-06-05" },
    route: "fpc",
    stageHours: [21, 21],
    waiting: 0,
    idleWeeks: 9,
    left: { weeksBefore: 8, reason: "Déménagement dans une autre région" },
  },
  {
    person: { birthName: "Maquette", givenName: "Koffi", birthDate: "1981-10-26" },
    route: "fpc",
    ...none,
    isWaived: true,
  },
];
