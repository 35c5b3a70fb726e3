import type { EnrolmentState } from "@passerelle/contracts/enrolments";
import type { Text } from "../../core/text.ts";

/** Where an enrolment stands, as a sentence. */
export const standings: Record<EnrolmentState, Text> = {
  enrolled: { fr: "La formation n’a pas commencé", en: "Training has not begun" },
  in_training: { fr: "La formation est en cours", en: "Training is under way" },
  suspended: { fr: "La formation est suspendue", en: "Training is suspended" },
  completed: { fr: "Le parcours est terminé", en: "The path is completed" },
  dropped_out: { fr: "Le parcours s’est arrêté sur un abandon", en: "The path ended in a drop-out" },
  excluded: { fr: "Le parcours s’est arrêté sur une exclusion", en: "The path ended in an exclusion" },
  cancelled: { fr: "L’inscription est annulée", en: "The enrolment is cancelled" },
};

/** The move to a state, as one names it among others. */
export const moveNames: Record<EnrolmentState, Text> = {
  enrolled: { fr: "l’inscription", en: "enrolment" },
  in_training: { fr: "l’entrée en formation", en: "the start of training" },
  suspended: { fr: "la suspension", en: "suspension" },
  completed: { fr: "la fin du parcours", en: "completion" },
  dropped_out: { fr: "l’abandon", en: "a drop-out" },
  excluded: { fr: "l’exclusion", en: "exclusion" },
  cancelled: { fr: "l’annulation", en: "cancellation" },
};

/** What a move is called once it was made. */
export function moveTitle(from: EnrolmentState, to: EnrolmentState): Text {
  if (from === "suspended" && to === "in_training") return { fr: "Reprise de la formation", en: "Training resumed" };
  return moveTitles[to];
}

const moveTitles: Record<EnrolmentState, Text> = {
  enrolled: { fr: "Inscription", en: "Enrolled" },
  in_training: { fr: "Entrée en formation", en: "Training started" },
  suspended: { fr: "Suspension", en: "Suspended" },
  completed: { fr: "Fin du parcours", en: "Completed" },
  dropped_out: { fr: "Abandon", en: "Dropped out" },
  excluded: { fr: "Exclusion", en: "Excluded" },
  cancelled: { fr: "Annulation", en: "Cancelled" },
};
