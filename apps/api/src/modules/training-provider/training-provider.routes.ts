import {
  trainingProviderLogoRead,
  trainingProviderLogoRemove,
  trainingProviderLogoReplace,
  trainingProviderRead,
  trainingProviderUpdate,
} from "@passerelle/contracts/training-provider";
import { notFound } from "../../core/api-error.ts";
import { mount } from "../../http/mount.ts";
import { logoFileName } from "./logo-file.ts";
import { removeLogo } from "./remove-logo.ts";
import { replaceLogo } from "./replace-logo.ts";
import { presentTrainingProvider } from "./training-provider.present.ts";
import { readLogo, readTrainingProvider } from "./training-provider.queries.ts";
import { updateTrainingProvider } from "./update-training-provider.ts";

export const trainingProviderRoutes = [
  mount(trainingProviderRead, async (ctx) => presentTrainingProvider(ctx.actor, await readTrainingProvider(ctx))),
  mount(trainingProviderUpdate, (ctx, { body, ifMatch }) => updateTrainingProvider(ctx, body, ifMatch)),
  mount(trainingProviderLogoRead, async (ctx) => {
    const logo = await readLogo(ctx);
    if (logo === null) throw notFound();
    return { ...logo, name: logoFileName(logo.type) };
  }),
  mount(trainingProviderLogoReplace, (ctx, { body, ifMatch }) => replaceLogo(ctx, body.content, ifMatch)),
  mount(trainingProviderLogoRemove, (ctx, { ifMatch }) => removeLogo(ctx, ifMatch)),
];
