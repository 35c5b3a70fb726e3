import { z } from "zod";
import { ability, broken, email, line, phone } from "./common.ts";
import { only, route, signedIn } from "./http.ts";

/** A SIRET: 14 digits whose Luhn sum is a multiple of ten (G5). */
export const siret = z
  .string()
  .regex(/^\d{14}$/, { ...broken("siret"), abort: true })
  .refine(luhnHolds, broken("siret"));
/** The activity number (NDA) given by the State: 11 digits (G5). */
export const activityNumber = z.string().regex(/^\d{11}$/, broken("activity_number"));

function luhnHolds(digits: string): boolean {
  const sum = [...digits].reduceRight((total, digit, index) => {
    const doubled = (digits.length - 1 - index) % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const contact = z
  .strictObject({
    role: z.enum(["pedagogical", "administrative"]),
    name: line(120),
    email: email.nullable(),
    phone: phone.nullable(),
    hours: line(200).nullable().describe("When they can be reached, in words"),
  })
  .meta({ id: "ProviderContact" });

const providerFields = {
  name: line(200),
  siret: siret.nullable(),
  activityNumber: activityNumber.nullable(),
  addressLines: z.array(line(200)).max(6),
  contacts: z.array(contact).max(10),
};

/** What a logo may be, and by how much (G6). */
export const logoTypes = ["image/png", "image/jpeg", "image/svg+xml"] as const;
export const mostLogoBytes = 200 * 1024;

export const trainingProvider = z
  .object({
    ...providerFields,
    logo: z
      .object({ type: z.enum(logoTypes) })
      .nullable()
      .describe("Null without one; `GET /training-provider/logo` answers the image"),
    version: z.int(),
    can: z.object({ update: ability }),
  })
  .meta({ id: "TrainingProvider" });
export type TrainingProvider = z.infer<typeof trainingProvider>;

export const trainingProviderRead = route({
  method: "GET",
  path: "/training-provider",
  operationId: "trainingProviderRead",
  tag: "training-provider",
  summary: "The provider's name, numbers, address and contacts",
  access: signedIn,
  status: 200,
  response: trainingProvider,
  version: "tagged",
  errors: [],
});

export const trainingProviderUpdate = route({
  method: "PATCH",
  path: "/training-provider",
  operationId: "trainingProviderUpdate",
  tag: "training-provider",
  summary: "Change the provider's settings",
  access: only(["admin"], null),
  body: z.strictObject(providerFields).partial(),
  example: { name: "Centre de formation Exemple" },
  status: 200,
  response: trainingProvider,
  version: "accepted",
  errors: [],
});

export const trainingProviderLogoRead = route({
  method: "GET",
  path: "/training-provider/logo",
  operationId: "trainingProviderLogoRead",
  tag: "training-provider",
  summary: "The provider's logo",
  access: signedIn,
  status: 200,
  produces: "image/*",
  errors: ["not_found"],
});

export const trainingProviderLogoReplace = route({
  method: "PUT",
  path: "/training-provider/logo",
  operationId: "trainingProviderLogoReplace",
  tag: "training-provider",
  summary: "Give the provider a logo, which its documents are headed with",
  description:
    "A PNG, JPEG or SVG of at most 200 KiB, told by its content. An SVG keeps only what draws: one that acts or loads " +
    "something is refused.",
  access: only(["admin"], null),
  body: z.strictObject({ content: z.base64().min(1).describe("The image, in base64") }),
  example: {
    content:
      "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA4IDgiPjxwYXRoIGQ9Ik0wIDBoOHY4eiIvPjwvc3ZnPg==",
  },
  status: 200,
  response: trainingProvider,
  version: "accepted",
  errors: ["logo_invalid"],
  bodyLimit: 512 * 1024,
});

export const trainingProviderLogoRemove = route({
  method: "DELETE",
  path: "/training-provider/logo",
  operationId: "trainingProviderLogoRemove",
  tag: "training-provider",
  summary: "Take the provider's logo away",
  access: only(["admin"], null),
  status: 200,
  response: trainingProvider,
  version: "accepted",
  errors: [],
});
