import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A mail on its way. Sent again it keeps its `id`, a UUID that sorts by time, by which it is recognised. */
export interface Message extends Mail {
  readonly id: string;
}

export interface Mailer {
  send(message: Message): Promise<void>;
}

const from = '"Passerelle" <passerelle@localhost>';

/** A server that says nothing holds up the other letters this long at most. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends through an SMTP server, `smtp://user:password@host:port`. */
export function smtpMailer(url: string): Mailer {
  const transport = createTransport({ url, ...timeouts });
  return {
    async send(message) {
      await transport.sendMail(envelope(message));
    },
  };
}

/** Writes each message as an `.eml` file that any mail program opens; sent again it overwrites its file. Names sort by time. */
export function folderMailer(folder: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(sent) {
      const { message } = await transport.sendMail(envelope(sent));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${sent.id}.eml`);
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 }); // as: `buffer` makes it one
      await rename(`${file}.part`, file); // whole or not at all
    },
  };
}

function envelope({ id, to, subject, text }: Message) {
  return { from, to, subject, text, messageId: `<${id}@passerelle.localhost>` };
}
