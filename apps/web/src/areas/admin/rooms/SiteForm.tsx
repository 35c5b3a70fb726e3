import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { holidayZone, siteCreate, siteUpdate, type Site } from "@passerelle/contracts/sites";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { siteReads } from "./room-queries.ts";

interface SiteFormProps {
  /** Null for a new one. */
  readonly site: Site | null;
  readonly onClose: () => void;
}

interface SiteValues extends Record<string, unknown> {
  readonly name: string;
  readonly addressLines: string;
  readonly holidayZone: string;
}

const MOST_LINES = 4;

/** A place where one teaches: its name, where it is, whose holidays are kept there. */
export function SiteForm({ site, onClose }: SiteFormProps) {
  const { t } = useTranslation();
  const { send: create, pending: isCreating } = useSend(siteCreate, siteReads);
  const { send: change, pending: isChanging } = useSend(siteUpdate, siteReads);
  const form = useForm<SiteValues>({
    initialValues: {
      name: site?.name ?? "",
      addressLines: site?.addressLines.join("\n") ?? "",
      holidayZone: site?.holidayZone ?? "metropole",
    },
    validate: { name: (value) => (value.trim() === "" ? t("form.required") : null) },
  });
  const { submit, problem } = useApiForm(form, async (values) => {
    const lines = values.addressLines.split(/\r?\n/).map((line) => line.trim());
    const body = {
      name: values.name.trim(),
      addressLines: lines.filter((line) => line !== ""),
      holidayZone: holidayZone.parse(values.holidayZone),
    };
    if (site === null) await create({ body });
    else await change({ params: { siteId: site.id }, body }, site.version);
    tellDone(t("sites.saved"));
    onClose();
  });
  return (
    <FormColumn onSubmit={submit} label={t(site === null ? "sites.add" : "sites.edit")}>
      <FormProblem problem={problem} />
      <TextInput
        label={t("sites.name")}
        description={t("sites.nameHint")}
        maxLength={120}
        data-autofocus
        {...form.getInputProps("name")}
      />
      <Textarea
        label={t("settings.address")}
        description={t("settings.addressHint")}
        rows={MOST_LINES}
        {...form.getInputProps("addressLines")}
      />
      <NativeSelect
        label={t("sites.zone")}
        description={t("sites.zoneHint")}
        data={holidayZone.options.map((zone) => ({ value: zone, label: t(`holidayZone.${zone}`) }))}
        {...form.getInputProps("holidayZone")}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t("common.leave")}
        </Button>
        <Button type="submit" loading={isCreating || isChanging}>
          {t("person.save")}
        </Button>
      </DialogActions>
    </FormColumn>
  );
}
