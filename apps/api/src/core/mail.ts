import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
}

const from = '"Passerelle" <passerelle@localhost>';

/** Sends through an SMTP server, `smtp://user:password@host:port`. */
export function smtpMailer(url: string): Mailer {
  const transport = createTransport(url);
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail });
    },
  };
}

/** Writes each message as an `.eml` file that any mail program opens; names sort by time. */
export function folderMailer(folder: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const { message, messageId } = await transport.sendMail({ from, ...mail });
      const unique = messageId.replaceAll(/[^a-zA-Z0-9-]/g, "").slice(0, 40);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(
        join(folder, `${new Date().toISOString().replaceAll(":", "-")}-${unique}.eml`),
        message as Buffer,
        {
          mode: 0o600,
        },
      );
    },
  };
}
