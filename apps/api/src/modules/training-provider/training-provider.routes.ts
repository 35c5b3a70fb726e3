import { trainingProviderRead, trainingProviderUpdate } from "@passerelle/contracts/training-provider";
import { mount } from "../../http/mount.ts";
import { readTrainingProvider } from "./training-provider.queries.ts";
import { presentTrainingProvider } from "./training-provider.present.ts";
import { updateTrainingProvider } from "./update-training-provider.ts";

export const trainingProviderRoutes = [
  mount(trainingProviderRead, async (ctx) => presentTrainingProvider(ctx.actor, await readTrainingProvider(ctx))),
  mount(trainingProviderUpdate, (ctx, { body, ifMatch }) => updateTrainingProvider(ctx, body, ifMatch)),
];
