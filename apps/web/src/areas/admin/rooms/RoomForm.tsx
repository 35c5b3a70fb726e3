import { Button, Radio, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { roomCreate, roomUpdate, type Room } from "@passerelle/contracts/rooms";
import type { Site } from "@passerelle/contracts/sites";
import { useTranslation } from "react-i18next";
import { useSend } from "../../../api/send.ts";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { useApiForm } from "../../../components/use-api-form.ts";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { FormColumn } from "../../../ui/FormColumn.tsx";
import { roomReads } from "./room-queries.ts";
import { fieldsOf, newRoom, valuesOf } from "./room-values.ts";

interface RoomFormProps {
  /** The room to change, or the site a new one is added to. */
  readonly about: { readonly room: Room } | { readonly site: Site };
  readonly onClose: () => void;
}

export function RoomForm({ about, onClose }: RoomFormProps) {
  const { t } = useTranslation();
  const { send: create, pending: isCreating } = useSend(roomCreate, roomReads);
  const { send: change, pending: isChanging } = useSend(roomUpdate, roomReads);
  const form = useForm({
    initialValues: "room" in about ? valuesOf(about.room) : newRoom,
    validate: {
      name: (value) => (value.trim() === "" ? t("form.required") : null),
      capacity: (value) => (/^\d+$/.test(value.trim()) ? null : t("form.wholeNumber")),
      accessible: (value) => (value === "" ? t("rooms.accessibleRequired") : null),
    },
  });
  const { submit, problem } = useApiForm(form, async (values) => {
    const body = fieldsOf(values);
    if ("room" in about) await change({ params: { roomId: about.room.id }, body }, about.room.version);
    else await create({ body: { siteId: about.site.id, ...body } });
    tellDone(t("rooms.saved"));
    onClose();
  });
  const field = form.getInputProps;
  return (
    <FormColumn onSubmit={submit} label={t("room" in about ? "rooms.edit" : "rooms.add")}>
      <FormProblem problem={problem} />
      <TextInput label={t("rooms.name")} maxLength={80} data-autofocus {...field("name")} />
      <TextInput label={t("rooms.capacity")} inputMode="numeric" maxLength={4} {...field("capacity")} />
      <Radio.Group label={t("rooms.accessible")} {...field("accessible")}>
        <Radio value="yes" mt="xs" label={t("rooms.isAccessible")} />
        <Radio value="no" mt="xs" label={t("rooms.isNotAccessible")} />
      </Radio.Group>
      <Textarea
        label={t("rooms.equipment")}
        description={t("rooms.equipmentHint")}
        autosize
        minRows={3}
        maxRows={10}
        {...field("equipment")}
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
