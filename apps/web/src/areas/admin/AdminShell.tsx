import { Burger, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Brand } from "../../components/Brand.tsx";
import { SkipLink } from "../../components/SkipLink.tsx";
import { AdminNav } from "./AdminNav.tsx";
import classes from "./AdminShell.module.css";

/** What stands around every page of the administration: the way elsewhere, and who is signed in. */
export function AdminShell() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  useEffect(close, [close, pathname]);
  return (
    <div className={classes.shell}>
      <SkipLink />
      <header className={classes.bar}>
        <Brand />
        <Burger
          opened={opened}
          onClick={open}
          color="var(--nav-ink)"
          size="sm"
          aria-label={t("shell.openMenu")}
          aria-expanded={opened}
        />
      </header>
      <header className={classes.side}>
        <Brand />
        <AdminNav />
      </header>
      <main id="main" className={classes.main}>
        <Outlet />
      </main>
      <Drawer
        opened={opened}
        onClose={close}
        title={t("shell.menu")}
        size="min(20rem, 88vw)"
        classNames={{ content: classes.drawer, header: classes.drawer, body: classes.drawerBody }}
        attributes={{ header: { role: "none" } }}
        closeButtonProps={{ "aria-label": t("common.close"), className: classes.drawerClose ?? "" }}
      >
        <AdminNav />
      </Drawer>
    </div>
  );
}
