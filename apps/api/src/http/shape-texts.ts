import type { ShapeRule } from "@passerelle/contracts/common";
import type { z } from "zod";
import type { Text } from "../core/text.ts";

/** What a person or an integrator is told of a value whose shape is wrong, and the code it comes with. */
export function shapeText(issue: z.core.$ZodIssue): { code: string; detail: Text } {
  if (isRule(issue.message)) return { code: issue.message, detail: rules[issue.message] };
  return { code: issue.code, detail: textOf(issue) };
}

const rules: Record<ShapeRule, Text> = {
  activity_number: { fr: "Un numéro d’activité a 11 chiffres.", en: "An activity number has 11 digits." },
  birth_years: { fr: "Une date de naissance depuis 1920.", en: "A birth date since 1920." },
  code: {
    fr: "40 caractères au plus, lettres sans accent, chiffres, - _ ou . ; d’abord une lettre ou un chiffre.",
    en: "At most 40 characters: plain letters, digits, - _ or . ; a letter or digit first.",
  },
  days_in_order: { fr: "Le dernier jour vient avant le premier.", en: "The last day comes before the first." },
  iso_week: {
    fr: "Une semaine s’écrit à la norme ISO, comme 2017-W24 ; la 53e n’existe que certaines années.",
    en: "An ISO week is written YYYY-Www (2017-W24); only some years have a 53rd.",
  },
  of_a_trainer_or_a_room: {
    fr: "D’une formatrice ou d’un formateur, ou bien d’une salle : l’un des deux, pas plus.",
    en: "Of a trainer, or of a room: one of the two, no more.",
  },
  one_line: { fr: "Une seule ligne, sans caractère invisible.", en: "A single line, without control characters." },
  person_known_or_new: {
    fr: "Dites qui c’est : une personne déjà connue, ou le prénom et le nom d’une personne nouvelle.",
    en: "Say who it is: a person already known, or the given and usual name of somebody new.",
  },
  person_name: {
    fr: "Un nom : des lettres, accents, apostrophes, traits d’union et espaces.",
    en: "A name: letters, accents, apostrophes, hyphens and spaces.",
  },
  phone: {
    fr: "Un numéro de téléphone : 8 à 19 chiffres, espaces ou points, + au début si besoin.",
    en: "A phone number: 8 to 19 digits, spaces or dots, + first if needed.",
  },
  plain_text: { fr: "Du texte, sans caractère invisible.", en: "Text, without control characters." },
  postcode: { fr: "Un code postal a 5 chiffres.", en: "A postcode has 5 digits." },
  rncp_code: { fr: "Un code RNCP s’écrit RNCP36241.", en: "An RNCP code is written RNCP36241." },
  siret: {
    fr: "Ce n’est pas un SIRET : 14 chiffres dont le dernier vérifie les autres.",
    en: "This is no SIRET: 14 digits, the last of which checks the others.",
  },
  time_of_day: {
    fr: "Une heure s’écrit HH:MM, de 00:00 à 23:59.",
    en: "A time is written HH:MM, from 00:00 to 23:59.",
  },
  year_month: { fr: "Un mois s’écrit AAAA-MM, de 2000 à 2099.", en: "A month is written YYYY-MM, from 2000 to 2099." },
  years_covered: { fr: "Un jour de 2000 à 2099.", en: "A day from 2000 to 2099." },
};

function isRule(message: string): message is ShapeRule {
  return message in rules;
}

function textOf(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case "invalid_type":
      return typeText(issue);
    case "invalid_format":
      return formats[issue.format] ?? { fr: "Ce format ne convient pas.", en: "This format does not fit." };
    case "too_small":
      return boundText(issue.origin, Number(issue.minimum), { fr: "au moins", en: "at least" });
    case "too_big":
      return boundText(issue.origin, Number(issue.maximum), { fr: "au plus", en: "at most" });
    case "invalid_value": {
      const values = issue.values.map(String).join(", ");
      return { fr: `L’une de ces valeurs : ${values}.`, en: `One of these values: ${values}.` };
    }
    default:
      return { fr: "Cette valeur ne convient pas.", en: "This value does not fit." };
  }
}

function typeText({ expected, input }: z.core.$ZodIssueInvalidType): Text {
  if (input === undefined) return { fr: "Ce champ est nécessaire.", en: "This field is needed." };
  return types[expected] ?? { fr: `Attendu : ${expected}.`, en: `Expected: ${expected}.` };
}

const types: Partial<Record<string, Text>> = {
  string: { fr: "Du texte est attendu.", en: "Text is expected." },
  number: { fr: "Un nombre est attendu.", en: "A number is expected." },
  int: { fr: "Un nombre entier est attendu.", en: "A whole number is expected." },
  boolean: { fr: "true ou false est attendu.", en: "true or false is expected." },
  array: { fr: "Une liste est attendue.", en: "A list is expected." },
  object: { fr: "Un objet est attendu.", en: "An object is expected." },
};

const formats: Partial<Record<string, Text>> = {
  date: { fr: "Un jour qui existe, écrit AAAA-MM-JJ.", en: "A day that exists, written YYYY-MM-DD." },
  datetime: {
    fr: "Un instant en UTC, écrit AAAA-MM-JJTHH:MM:SSZ.",
    en: "An instant in UTC, written YYYY-MM-DDTHH:MM:SSZ.",
  },
  email: {
    fr: "Une adresse e-mail, comme camille@exemple.test.",
    en: "An e-mail address, such as camille@exemple.test.",
  },
  uuid: { fr: "Un identifiant (UUID).", en: "An identifier (UUID)." },
};

function boundText(origin: string, bound: number, limit: Text): Text {
  if (origin === "string" && bound === 1) return { fr: "Ce champ est nécessaire.", en: "This field is needed." };
  const units: Partial<Record<string, Text>> = {
    string: { fr: " caractères", en: " characters" },
    array: { fr: " éléments", en: " items" },
  };
  const unit = units[origin] ?? { fr: "", en: "" };
  return { fr: `${bound}${unit.fr} ${limit.fr}.`, en: `${bound}${unit.en} ${limit.en}.` };
}
