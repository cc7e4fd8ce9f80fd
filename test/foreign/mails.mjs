// What the built server mails, received by aiosmtpd and read by Python's parsers of mails and of calendars: programs of
// other authors, in another language. Needs Debian's python3-aiosmtpd and python3-icalendar.
import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
const python = process.env.PYTHON ?? '/usr/bin/python3';
const operatorKey = 'the-operator-key-of-this-check-long-enough';
const day = 86_400_000;
const within = 60_000;

const folder = await mkdtemp(join(tmpdir(), 'foreign-mails-'));
const receiver = spawn(python, [join(import.meta.dirname, 'receive.py')], { stdio: ['ignore', 'pipe', 'inherit'] });
const received = [];
const lines = createInterface({ input: receiver.stdout });
const port = await new Promise((resolve) =>
  lines.on('line', (line) => {
    const mail = JSON.parse(line);
    if (mail.port) resolve(mail.port);
    else received.push(mail);
  }),
);
const server = fork(join(root, 'packages/server/dist/main.js'), {
  env: {
    PATH: process.env.PATH,
    PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: 'fatal',
    DEMO: '0',
    OPERATOR_KEY: operatorKey,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'Harbour <book@fit.example>',
  },
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});

async function until(what, look) {
  const end = Date.now() + within;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Not within ${within / 1000} s: ${what}`);
    await pause(100);
  }
}

try {
  const [{ url }] = await once(server, 'message');
  const ask = async (key, method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer.data;
  };
  const { keys } = await ask(operatorKey, 'POST', '/v1/partners', {
    name: 'Harbour Strength',
    slug: 'harbour',
    allowedOrigins: [],
    admin: { email: 'kim@fit.example' },
  });
  const key = keys.secret.live;
  const coach = await ask(key, 'POST', '/v1/coaches', {
    name: 'María Núñez',
    timeZone: 'America/New_York',
    schedule: {
      timeZone: 'America/New_York',
      workingHours: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, start: '00:00', end: '24:00' })),
    },
    services: [{ title: 'Krafttraining für Anfänger', duration: 60 }],
  });
  const date = new Date(Date.now() + 20 * day).toISOString().slice(0, 10);
  const book = (hour, attendee) =>
    ask(key, 'POST', '/v1/bookings', { coachId: coach.id, start: `${date}T${hour}:00:00Z`, attendee });
  const mailOf = (to, method) =>
    until(`${method} to ${to}`, () => received.find((mail) => mail.to.includes(to) && mail.event?.method === method));

  const people = [
    ['10', { name: 'Ana Díaz', email: 'ana@example.com' }],
    ['12', { name: 'سارة', email: 'sara@example.com', locale: 'ar' }],
    ['14', { name: 'Jörg “Jo” O’Neil', email: 'joerg@example.com', locale: 'de' }],
  ];
  for (const [hour, { locale, ...attendee }] of people) {
    const booking = await book(hour, attendee).catch((error) =>
      Promise.reject(new Error(`${locale}: ${error.message}`)),
    );
    const made = await mailOf(attendee.email, 'REQUEST');
    await ask(key, 'POST', `/v1/bookings/${booking.id}/cancel`, {});
    const ended = await mailOf(attendee.email, 'CANCEL');
    for (const mail of [made, ended]) {
      assert.deepEqual(mail.defects, [], 'Python finds no defect');
      assert.deepEqual(mail.types.slice(0, 3), ['text/plain', 'text/html', 'text/calendar']);
      assert.equal(mail.event.parameter, mail.event.method);
      assert.equal(Date.parse(mail.event.start), Date.parse(booking.start));
      assert.equal(Date.parse(mail.event.end), Date.parse(booking.end));
      assert.equal(mail.event.organizer.toLowerCase(), 'mailto:book@fit.example');
      assert.equal(mail.event.attendee.toLowerCase(), `mailto:${attendee.email}`);
      assert.ok(mail.event.summary.includes('Krafttraining für Anfänger'));
      assert.ok(mail.text.includes('María Núñez') && mail.html.includes('María Núñez'));
      assert.equal(mail.headers['Auto-Submitted'], 'auto-generated');
    }
    assert.equal(ended.event.uid, made.event.uid);
    assert.ok(ended.event.sequence > made.event.sequence);
    assert.deepEqual([made.event.status, ended.event.status], ['CONFIRMED', 'CANCELLED']);
    assert.equal(ended.headers['References'], made.headers['References'], 'they are one thread');
  }

  for (const [hour, email, state, code] of [
    ['16', 'gone@example.com', 'failed', '550'],
    ['18', 'busy@example.com', 'due', '451'],
  ]) {
    const { id } = await book(hour, { name: 'Ana', email });
    const message = await until(`${email} was refused with ${code}`, async () => {
      const messages = await ask(key, 'GET', `/v1/bookings/${id}/messages`);
      return messages.find((one) => one.to.role === 'attendee' && one.kind === 'confirmed' && one.code === code);
    });
    assert.equal(message.state, state);
  }
  const { url: address } = await ask(key, 'POST', `/v1/coaches/${coach.id}/feeds`, {
    detail: 'full',
    name: 'Núñez; سارة',
  });
  const feed = await fetch(address);
  assert.equal(feed.headers.get('content-type'), 'text/calendar; charset=utf-8');
  const reader = spawn(python, [join(import.meta.dirname, 'read_calendar.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  reader.stdin.end(await feed.text());
  const calendar = JSON.parse(await text(reader.stdout));
  assert.deepEqual([calendar.name, calendar.refresh, calendar.problems], ['Núñez; سارة', 'PT1H', []]);
  const statuses = calendar.events.map(({ status }) => status);
  assert.deepEqual(statuses, ['CANCELLED', 'CANCELLED', 'CANCELLED', 'CONFIRMED', 'CONFIRMED']);
  for (const [n, event] of calendar.events.slice(0, 3).entries()) {
    const [hour, { name, email }] = people[n];
    const mailed = received
      .filter(({ to, event: sent }) => to.includes(email) && sent?.method === 'CANCEL')
      .at(-1).event;
    assert.deepEqual([event.uid, event.sequence, event.start], [mailed.uid, mailed.sequence, mailed.start]);
    assert.equal(Date.parse(event.start), Date.parse(`${date}T${hour}:00:00Z`));
    assert.ok(event.summary.startsWith(name) && event.description.includes(email));
    assert.ok(event.modified);
  }
  console.log(`A feed of ${calendar.events.length} sessions was read by Python`);
  console.log(`${received.length} mails were received by aiosmtpd and read by Python, and two were refused`);
} finally {
  for (const child of [server, receiver].filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
