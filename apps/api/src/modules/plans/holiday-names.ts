import type { HolidayCode } from "@passerelle/domain/planning/public-holidays";
import type { Text } from "../../core/text.ts";

/** The names of public holidays. */
export const holidayNames: Record<HolidayCode, Text> = {
  new_year: { fr: "jour de l’An", en: "New Year’s Day" },
  good_friday: { fr: "Vendredi saint", en: "Good Friday" },
  easter_monday: { fr: "lundi de Pâques", en: "Easter Monday" },
  labour_day: { fr: "fête du Travail", en: "Labour Day" },
  victory_1945: { fr: "victoire de 1945", en: "Victory in Europe Day" },
  ascension: { fr: "Ascension", en: "Ascension Day" },
  whit_monday: { fr: "lundi de Pentecôte", en: "Whit Monday" },
  national_day: { fr: "fête nationale", en: "Bastille Day" },
  assumption: { fr: "Assomption", en: "Assumption" },
  all_saints: { fr: "Toussaint", en: "All Saints’ Day" },
  armistice_1918: { fr: "armistice de 1918", en: "Armistice Day" },
  christmas: { fr: "Noël", en: "Christmas Day" },
  saint_stephen: { fr: "lendemain de Noël", en: "Boxing Day" },
  abolition_of_slavery: { fr: "abolition de l’esclavage", en: "Abolition of slavery" },
};
