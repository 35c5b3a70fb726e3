import { personList, personRead, personUpdate, type Person } from "@passerelle/contracts/people";
import { userRead } from "@passerelle/contracts/users";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { q } from "../../../api/query.ts";
import { useSend } from "../../../api/send.ts";
import { AbilityButton } from "../../../components/AbilityButton.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { tellDone } from "../../../components/notices.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { useFormat } from "../../../format/use-format.ts";
import { Card } from "../../../ui/Card.tsx";
import { FactList } from "../../../ui/FactList.tsx";
import { enrolmentReads } from "../enrolments/enrolment-queries.ts";
import { correctedPerson, valuesOf } from "./person-values.ts";
import { PersonAccount } from "./PersonAccount.tsx";
import { enrolmentsOf, PersonEnrolments } from "./PersonEnrolments.tsx";
import { PersonForm } from "./PersonForm.tsx";
import classes from "./PersonPage.module.css";

const route = getRouteApi("/admin/people/$personId");
const personQuery = (personId: string) => q(personRead, { params: { personId } });

export async function load(client: QueryClient, personId: string): Promise<void> {
  const [{ userId }] = await Promise.all([
    client.ensureQueryData(personQuery(personId)),
    client.ensureQueryData(enrolmentsOf(personId)),
  ]);
  if (userId !== null) await client.ensureQueryData(q(userRead, { params: { userId } }));
}

/** One person: who they are, where they are enrolled, and their way in. */
export function PersonPage() {
  const { t } = useTranslation();
  const { personId } = route.useParams();
  const { data: person } = useSuspenseQuery(personQuery(personId));
  const [editing, setEditing] = useState(false);
  const { send } = useSend(personUpdate, [personRead, personList, userRead, ...enrolmentReads]);
  const initial = valuesOf(person);
  return (
    <>
      <PageTitle
        title={`${person.givenName} ${person.usualName}`}
        above={t("person.above")}
        actions={
          <AbilityButton variant="default" ability={person.can.update} onClick={() => setEditing(true)}>
            {t("person.edit")}
          </AbilityButton>
        }
      />
      <div className={classes.columns}>
        <PersonFacts person={person} />
        <PersonAccount person={person} />
      </div>
      <PersonEnrolments personId={personId} />
      <Dialog opened={editing} onClose={() => setEditing(false)} title={t("person.editTitle")}>
        <PersonForm
          initial={initial}
          submitLabel={t("person.save")}
          save={async (values) => {
            await send({ params: { personId }, body: correctedPerson(initial, values) }, person.version);
            tellDone(t("person.saved"));
            setEditing(false);
          }}
          onClose={() => setEditing(false)}
        />
      </Dialog>
    </>
  );
}

function PersonFacts({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const format = useFormat();
  const unknown = t("person.unknown");
  const home = [person.postcode, person.city].filter((part) => part !== null).join(" ");
  return (
    <Card title={t("person.facts")}>
      <FactList
        facts={[
          [t("person.givenName"), person.givenName],
          [t("person.birthName"), person.birthName ?? unknown],
          [t("person.usualName"), person.usualName],
          [t("person.birthDate"), person.birthDate === null ? unknown : format.day(person.birthDate, "plain")],
          [t("person.birthPlace"), person.birthPlace ?? unknown],
          [t("person.email"), person.email ?? unknown],
          [t("person.phone"), person.phone ?? unknown],
          [t("people.home"), home === "" ? unknown : home],
        ]}
      />
    </Card>
  );
}
