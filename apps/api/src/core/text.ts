/** The languages of the interface and of every answer. */
export type Locale = "fr" | "en";

/** A sentence in each of them. */
export interface Text {
  readonly fr: string;
  readonly en: string;
}
