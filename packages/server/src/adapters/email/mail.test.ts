import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { MailMessage } from '../../application/ports/mail.ts';
import { createFolderMail } from './folder-mail.ts';
import { createSmtpMail } from './nodemailer-mail.ts';

const from = { name: 'Häfen & Co', address: 'hello@fit.example' };
const message: MailMessage = {
  kind: 'email_verification',
  to: 'ana@example.com',
  subject: 'Bestätigen Sie Ihre Adresse — تأكيد',
  text: 'Guten Tag Ana,\n\n.\nhttps://fit.example/verify?token=eyJ\n',
  html: '<p dir="rtl">مرحبًا</p>',
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Expects the whole message in the output of an adapter. */
const expectWhole = async (eml: Buffer) => {
  const mail = await new PostalMime().parse(eml);
  expect(mail.from).toEqual({ name: from.name, address: from.address });
  expect(mail.to).toEqual([{ name: '', address: message.to }]);
  expect(mail.subject).toBe(message.subject);
  expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(message.text.trimEnd());
  expect(mail.html?.trim()).toBe(message.html);
  expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
};

describe('mail by SMTP', () => {
  const start = async (options: SMTPServerOptions = {}) => {
    const received: { eml: Buffer; to: string[] }[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onData(stream, { envelope }, done) {
        void buffer(stream).then((eml) => {
          received.push({ eml, to: envelope.rcptTo.map(({ address }) => address) });
          done();
        });
      },
      ...options,
    });
    server.on('error', () => undefined);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    closing.push(() => new Promise<void>((closed) => server.close(closed)));
    const { port } = server.server.address() as AddressInfo;
    const mail = createSmtpMail({ url: `smtp://127.0.0.1:${port}`, from, timeout: 2000 });
    closing.push(() => mail.close());
    return { mail, received };
  };

  it('arrives as it was written, at the one address', async () => {
    const { mail, received } = await start();
    await mail.send(message);
    expect(received).toHaveLength(1);
    expect(received[0]!.to).toEqual([message.to]);
    await expectWhole(received[0]!.eml);
  });

  it('sends a mail without HTML when there is none', async () => {
    const { mail, received } = await start();
    const { html, ...plain } = message;
    await mail.send(plain);
    expect((await new PostalMime().parse(received[0]!.eml)).html).toBeUndefined();
    expect(html).toBeDefined();
  });

  it.each([
    [undefined, ['text/calendar', 'application/ics']],
    [true, ['text/calendar', 'application/ics']],
    [false, ['text/calendar']],
  ])('carries a calendar file as a part; attached as well: %s', async (isAttached, types) => {
    const { mail, received } = await start();
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
    const calendar = { method: 'CANCEL', content, ...(isAttached !== undefined && { isAttached }) } as const;
    await mail.send({ ...message, calendar });
    const eml = received[0]!.eml.toString();
    expect([...eml.matchAll(/^Content-Type: (text\/calendar|application\/ics)/gm)].map(([, type]) => type)).toEqual(
      types,
    );
    expect(eml.replaceAll(/\r\n\s/g, ' ')).toMatch(/text\/calendar; charset=utf-8; method=CANCEL/);
    expect(/Content-Disposition: attachment/.test(eml)).toBe(types.length === 2);
  });

  it('sends to no other address, whatever is in the address or in the subject', async () => {
    const { mail, received } = await start();
    await mail.send({ ...message, subject: 'Hello\r\nBcc: eve@example.com' });
    await expect(mail.send({ ...message, to: 'ana@example.com, eve@example.com' })).rejects.toMatchObject({
      name: 'MailFailure',
    });
    expect(received.map(({ to }) => to)).toEqual([[message.to]]);
    expect((await new PostalMime().parse(received[0]!.eml)).bcc).toBeUndefined();
  });

  it('signs in as the URL says', async () => {
    const seen: unknown[] = [];
    const { received } = await start();
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        seen.push([username, password]);
        done(null, { user: username });
      },
      onData: (stream, _session, done) => void buffer(stream).then(() => done()),
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    closing.push(() => new Promise<void>((closed) => server.close(closed)));
    const mail = createSmtpMail({
      url: `smtp://post:p%40ss@127.0.0.1:${(server.server.address() as AddressInfo).port}`,
      from,
    });
    closing.push(() => mail.close());
    await mail.send(message);
    expect(seen).toEqual([['post', 'p@ss']]);
    expect(received).toEqual([]);
  });

  it.each([
    [550, true],
    [451, false],
  ])('throws when refused with %i, without the address; final: %s', async (responseCode, isFinal) => {
    const { mail } = await start({
      onRcptTo: ({ address }, _session, done) => done(Object.assign(new Error(`no ${address} here`), { responseCode })),
    });
    const failure: Error = await mail.send(message).then(
      () => expect.unreachable(),
      (error: Error) => error,
    );
    expect(failure).toMatchObject({ name: 'MailFailure', code: String(responseCode), isFinal });
    expect(JSON.stringify([failure, failure.message, failure.stack, failure.cause])).not.toContain('ana@');
  });

  it('throws a failure that is not final when no server answers', async () => {
    const mail = createSmtpMail({ url: 'smtp://127.0.0.1:1', from, timeout: 2000 });
    closing.push(() => mail.close());
    await expect(mail.send(message)).rejects.toMatchObject({ name: 'MailFailure', isFinal: false });
  });
});

describe('mail into a folder', () => {
  const open = async () => {
    const parent = await mkdtemp(join(tmpdir(), 'mail-test-'));
    closing.push(() => rm(parent, { recursive: true, force: true }));
    let made = 0;
    const folder = join(parent, 'data', 'mail');
    const mail = createFolderMail({
      folder,
      from,
      now: () => Date.UTC(2026, 3, 14, 8, 30),
      newId: () => `id${(made += 1)}`,
    });
    return { parent, folder, mail };
  };

  it('writes a file each, which sorts by time and does not show the address in its name', async () => {
    const { folder, mail } = await open();
    await mail.send(message);
    await mail.send({ ...message, kind: 'password_reset' });
    expect((await readdir(folder)).sort()).toEqual([
      '2026-04-14T08-30-00-000Z-email_verification-id1.eml',
      '2026-04-14T08-30-00-000Z-password_reset-id2.eml',
    ]);
  });

  it('writes whole mails, which only the owner can read', async () => {
    const { folder, mail } = await open();
    await mail.send(message);
    const path = join(folder, (await readdir(folder))[0]!);
    await expectWhole(await readFile(path));
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('removes what was sent to one address, in any spelling, and nothing else', async () => {
    const { folder, mail } = await open();
    await mail.forget!('ana@example.com');
    const others = ['bana@example.com', 'ana@example.com.example', 'bo@example.com'];
    for (const to of ['ana@example.com', 'Ana@Example.COM', ...others]) await mail.send({ ...message, to });
    await mail.forget!('ana@example.com');
    const left = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    const to = await Promise.all(left.map(async (eml) => (await new PostalMime().parse(eml)).to![0]!.address!));
    expect(to.sort()).toEqual(others.sort());
  });

  it('throws without the address when the folder cannot be made', async () => {
    const { parent, mail } = await open();
    await writeFile(join(parent, 'data'), 'a file where a folder should be');
    await expect(mail.send(message)).rejects.toMatchObject({ name: 'MailFailure', code: 'ENOTDIR', isFinal: false });
  });
});
