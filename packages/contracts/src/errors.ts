/**
 * Every way an operation can fail: the code an integrator may branch on, the status it comes with, and its title in
 * both languages. The detail, with the facts, is written where the error is thrown.
 */
export const errors = {
  request_invalid: { status: 400, fr: "La demande est mal formée", en: "The request is malformed" },
  sign_in_required: { status: 401, fr: "Connexion nécessaire", en: "Sign-in required" },
  credentials_wrong: { status: 401, fr: "Adresse ou mot de passe incorrect", en: "Wrong address or password" },
  not_allowed: { status: 403, fr: "Action non autorisée", en: "Not allowed" },
  origin_refused: { status: 403, fr: "Origine refusée", en: "Origin refused" },
  not_found: { status: 404, fr: "Introuvable", en: "Not found" },
  illegal_move: { status: 409, fr: "Impossible dans cet état", en: "Not possible in this state" },
  already_exists: { status: 409, fr: "Existe déjà", en: "Already exists" },
  cohort_full: { status: 409, fr: "Promotion complète", en: "Cohort full" },
  ccp_already_held: { status: 409, fr: "CCP déjà obtenu", en: "CCP already held" },
  last_admin: { status: 409, fr: "Dernière administration", en: "Last administrator" },
  half_day_overlap: { status: 409, fr: "Demi-journée déjà prise", en: "Half-day already taken" },
  held_half_day_missing: {
    status: 409,
    fr: "Une demi-journée déjà tenue manque",
    en: "A half-day already held is missing",
  },
  too_many_calendar_feeds: {
    status: 409,
    fr: "Trop d’adresses de calendrier",
    en: "Too many calendar addresses",
  },
  idempotency_running: { status: 409, fr: "La même demande est en cours", en: "The same request is running" },
  stale: { status: 412, fr: "Modifié entre-temps", en: "Changed meanwhile" },
  body_too_large: { status: 413, fr: "Contenu trop volumineux", en: "Content too large" },
  media_type_unsupported: { status: 415, fr: "Format non pris en charge", en: "Unsupported media type" },
  reference_invalid: { status: 422, fr: "Le référentiel ne tient pas", en: "The reference does not hold" },
  cohort_invalid: { status: 422, fr: "La promotion ne tient pas", en: "The cohort does not hold" },
  person_invalid: { status: 422, fr: "La personne ne convient pas", en: "The person does not fit" },
  enrolment_invalid: { status: 422, fr: "L’inscription ne tient pas", en: "The enrolment does not hold" },
  placement_incomplete: { status: 422, fr: "Heures de stage incomplètes", en: "Placement hours incomplete" },
  stage_week_invalid: { status: 422, fr: "La semaine de stage ne tient pas", en: "The stage week does not hold" },
  ccp_result_invalid: { status: 422, fr: "Le résultat ne tient pas", en: "The result does not hold" },
  resource_invalid: { status: 422, fr: "La ressource ne tient pas", en: "The resource does not hold" },
  plan_impossible: { status: 422, fr: "Aucun planning possible", en: "No plan is possible" },
  plan_refused: { status: 422, fr: "Le planning enfreint une règle", en: "The plan breaks a rule" },
  reason_required: { status: 422, fr: "Un motif est nécessaire", en: "A reason is needed" },
  token_invalid: { status: 422, fr: "Lien expiré ou déjà utilisé", en: "Link expired or already used" },
  password_weak: { status: 422, fr: "Mot de passe trop faible", en: "Password too weak" },
  idempotency_reused: { status: 422, fr: "Clé d’idempotence déjà utilisée", en: "Idempotency key already used" },
  precondition_required: { status: 428, fr: "Version attendue manquante", en: "Expected version missing" },
  too_many_attempts: { status: 429, fr: "Trop d’essais", en: "Too many attempts" },
  rate_limited: { status: 429, fr: "Trop de demandes", en: "Too many requests" },
  unavailable: { status: 503, fr: "Momentanément indisponible", en: "Unavailable for now" },
  internal: { status: 500, fr: "Erreur inattendue", en: "Unexpected error" },
} as const;

export type ErrorCode = keyof typeof errors;
