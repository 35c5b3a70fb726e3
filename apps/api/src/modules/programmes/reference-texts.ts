import type { ReferenceFault } from "@passerelle/domain/programme/reference-faults";
import type { Text } from "../../core/text.ts";
import { text } from "../../core/wording.ts";

type Of<Code extends ReferenceFault["code"]> = Extract<ReferenceFault, { code: Code }>;
type Sentences = { readonly [Code in ReferenceFault["code"]]: (facts: Of<Code>["facts"]) => Text };

const sentences: Sentences = {
  edition_twice: ({ name, first }) => twice("L’édition", "Edition", name, first),
  block_twice: ({ name, first }) => twice("Le bloc", "Block", name, first),
  competency_twice: ({ name, first }) => twice("La compétence", "Competency", name, first), // R1
  programme_twice: ({ name, first }) => twice("Le programme", "Programme", name, first),
  tariff_twice: ({ name, first }) => twice("Le tarif", "Tariff", name, first),
  edition_reversed: ({ from, to }) =>
    text(({ day }) => ({
      fr: `L’édition finit (${day(to)}) avant de commencer (${day(from)}).`,
      en: `The edition ends (${day(to)}) before it begins (${day(from)}).`,
    })),
  editions_overlap: ({ edition, from, to }) =>
    text(({ day }) => ({
      fr: `Deux éditions d’un titre ne se recouvrent pas : ${edition} est en vigueur du ${day(from)} au ${day(to)}.`,
      en: `Two editions of a title never overlap: ${edition} is in force from ${day(from)} to ${day(to)}.`,
    })),
  replaced_edition_unknown: ({ edition }) => unknownEdition(edition),
  edition_unknown: ({ edition }) => unknownEdition(edition),
  replaced_edition_not_before: ({ edition, from, replacedFrom }) =>
    text(({ day }) => ({
      fr: `L’édition remplacée, ${edition}, commence le ${day(replacedFrom)} : pas avant celle-ci, le ${day(from)}.`,
      en: `The edition replaced, ${edition}, begins on ${day(replacedFrom)}: not before this one, on ${day(from)}.`,
    })),
  replaced_edition_of_other_title: ({ edition, titleCode }) => ({
    fr: `L’édition remplacée, ${edition}, est celle d’un autre titre (${titleCode}).`,
    en: `The edition replaced, ${edition}, belongs to another title (${titleCode}).`,
  }),
  competency_unknown: ({ competency, edition }) => ({
    fr: `L’édition ${edition} n’a pas de compétence ${competency}.`,
    en: `Edition ${edition} has no competency ${competency}.`,
  }),
  block_unknown: ({ block, edition }) => ({
    fr: `L’édition ${edition} n’a pas de bloc ${block}.`,
    en: `Edition ${edition} has no block ${block}.`,
  }),
  block_missing: ({ block, edition }) => ({
    fr: `Il manque le bloc ${block} de l’édition ${edition}.`,
    en: `Block ${block} of edition ${edition} is missing.`,
  }),
  hours_do_not_add_up: ({ theoryMinutes, blockMinutes, differenceMinutes }) =>
    text(({ hours }) => ({
      fr: `Les blocs font ${hours(blockMinutes)}, le programme ${hours(theoryMinutes)} : ${hours(Math.abs(differenceMinutes))} d’écart.`,
      en: `The blocks make ${hours(blockMinutes)}, the programme ${hours(theoryMinutes)}: ${hours(Math.abs(differenceMinutes))} apart.`,
    })),
  not_a_whole_number: ({ value, least }) => ({
    fr: `${value} : il faut un entier d’au moins ${least}.`,
    en: `${value}: a whole number of at least ${least} is needed.`,
  }),
  half_day_reversed: ({ start, end }) => ({
    fr: `La demi-journée finit (${end}) avant de commencer (${start}).`,
    en: `The half-day ends (${end}) before it begins (${start}).`,
  }),
  half_days_overlap: ({ amEnd, pmStart }) => ({
    fr: `L’après-midi commence à ${pmStart}, avant la fin du matin à ${amEnd}.`,
    en: `The afternoon begins at ${pmStart}, before the morning ends at ${amEnd}.`,
  }),
  half_days_differ: ({ amMinutes, pmMinutes }) =>
    text(({ hours }) => ({
      fr: `Le matin dure ${hours(amMinutes)}, l’après-midi ${hours(pmMinutes)} : les deux demi-journées ont la même durée.`,
      en: `The morning lasts ${hours(amMinutes)}, the afternoon ${hours(pmMinutes)}: both half-days are equally long.`,
    })),
  day_too_long: ({ minutes, mostMinutes }) =>
    text(({ hours }) => ({
      fr: `La journée fait ${hours(minutes)} ; ${hours(mostMinutes)} au plus.`,
      en: `The day makes ${hours(minutes)}; ${hours(mostMinutes)} at most.`,
    })),
  tariff_reversed: ({ from, to }) =>
    text(({ day }) => ({
      fr: `Le tarif finit (${day(to)}) avant de commencer (${day(from)}).`,
      en: `The tariff ends (${day(to)}) before it begins (${day(from)}).`,
    })),
  tariffs_overlap: ({ tariff, from, to }) =>
    text(({ day }) => ({
      fr: `Un seul prix à la fois par produit et financeur : ${tariff} vaut déjà du ${day(from)} au ${day(to)}.`,
      en: `One price at a time by product and funder: ${tariff} already holds from ${day(from)} to ${day(to)}.`,
    })),
  amounts_reversed: ({ amountCents, maxAmountCents }) => ({
    fr: `Le montant le plus haut (${maxAmountCents} centimes) est sous le plus bas (${amountCents}).`,
    en: `The highest amount (${maxAmountCents} cents) is below the lowest (${amountCents}).`,
  }),
};

/** What a fault of a reference document says to a person. */
export function referenceFaultText({ code, facts }: ReferenceFault): Text {
  return (sentences[code] as (facts: ReferenceFault["facts"]) => Text)(facts); // as: the sentence of this very code
}

function twice(fr: string, en: string, name: string, first: string): Text {
  return {
    fr: `${fr} ${name} apparaît deux fois ; la première en ${first}.`,
    en: `${en} ${name} appears twice; first at ${first}.`,
  };
}

function unknownEdition(edition: string): Text {
  return {
    fr: `L’édition ${edition} n’est ni dans le document ni déjà enregistrée.`,
    en: `Edition ${edition} is neither in the document nor already stored.`,
  };
}
