import "i18next";
import type admin from "../areas/admin/locales/fr.json";
import type trainee from "../areas/trainee/locales/fr.json";
import type trainer from "../areas/trainer/locales/fr.json";
import type calendar from "../components/calendar-subscription/locales/fr.json";
import type changes from "../components/timetable-changes/locales/fr.json";
import type unavailability from "../components/unavailability/locales/fr.json";
import type fr from "./fr.json";

declare module "i18next" {
  interface CustomTypeOptions {
    // A key that is not in the French file does not compile.
    resources: {
      translation: typeof fr & typeof admin;
      trainee: typeof trainee;
      trainer: typeof trainer;
      calendar: typeof calendar;
      changes: typeof changes;
      unavailability: typeof unavailability;
    };
  }
}
