import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { smtpMailer } from "./mail.ts";

/** As much of a mail server as one message needs; it refuses whom it does not know, quoting the address as servers do. */
function receive(socket: Socket, received: string[]): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let isMessage = false;
  say("220 here");
  createInterface(socket).on("line", (line) => {
    if (isMessage) {
      received.push(line);
      if (line === ".") say("250 taken");
      if (line === ".") isMessage = false;
    } else if (line === "DATA") {
      isMessage = true;
      say("354 go on");
    } else if (line.startsWith("RCPT") && line.includes("nobody")) say("550 <nobody@exemple.test> is unknown");
    else if (line === "QUIT") socket.end("221 bye\r\n");
    else say("250 fine");
  });
}

const received: string[] = [];
const server = createServer((socket) => receive(socket, received));
beforeEach(async () => {
  received.length = 0;
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterEach(async () => {
  await once(server.close(), "close");
});

function mailer() {
  return smtpMailer(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`); // as: it listens on a port
}

const message = { id: "0199a7a0-0000-7000-8000-000000000001", subject: "Été", text: "Bonjour" };

test("a message sent through a mail server carries its identifier", async () => {
  await mailer().send({ ...message, to: "marie@exemple.test" });
  expect(received).toContain(`Message-ID: <${message.id}@passerelle.localhost>`);
  expect(received).toContain("To: marie@exemple.test");
});

test("one that the server refuses fails", async () => {
  await expect(mailer().send({ ...message, to: "nobody@exemple.test" })).rejects.toThrow("550");
  expect(received).toEqual([]);
});
