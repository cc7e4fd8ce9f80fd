import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costOf } from '../../../test/limits/cost.ts';
import { calendarOf, eventOf, reading, shown } from '../../../test/foreign-calendar.ts';
import { CalendarUnreadable, type CalendarReader } from '../../application/ports/calendar-reader.ts';
import { openCalendarReader } from './open-calendar-reader.ts';
import { openThread } from './thread.ts';

const here = dirname(fileURLToPath(import.meta.url));
// Inside of the package, so that the bundle finds its dependencies.
const built = join(here, '../../../node_modules/.cache', `calendar-in-${process.pid}`);
const entry = pathToFileURL(join(built, 'worker.js'));
const nine = ['UID:1', 'DTSTART:20260414T090000Z', 'DURATION:PT1H'];

let reader: ReturnType<typeof openCalendarReader>;
/** For what ends by itself, on a machine however busy. */
let patient: CalendarReader;
const threads: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  mkdirSync(built, { recursive: true });
  writeFileSync(join(built, 'package.json'), '{ "type": "module" }');
  await build({
    entryPoints: [join(here, 'worker.ts')],
    outdir: built,
    ...{ bundle: true, platform: 'node', format: 'esm', conditions: ['source'], logLevel: 'error' },
  });
  reader = openCalendarReader({ entry });
  patient = openCalendarReader({ entry, killAfter: 20_000 });
});
afterAll(async () => {
  await reader.close();
  await patient.close();
  for (const thread of threads) await thread.close();
  rmSync(built, { recursive: true, force: true });
});

const codeOf = (read: Promise<unknown>): Promise<unknown> =>
  read.then(
    () => 'read',
    (error: unknown) => (error instanceof CalendarUnreadable ? error.code : error),
  );

describe('a calendar made to do harm ends, by itself or after two seconds, and the next one is read', () => {
  const second = (n: number) => new Date(+reading.from + n * 1000).toISOString().replace(/[-:]|[.]000/g, '');
  const many = (count: number, lines: (n: number) => string[]) =>
    Array.from({ length: count }, (_, n) => lines(n)).flat();
  const busySeconds = ['DTSTART:20260101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY;INTERVAL=2'];
  it.each([
    ['each second for ever', () => eventOf('UID:1', ...busySeconds), 'read'],
    ['many of those', () => many(100, (n) => eventOf(`UID:${n}`, ...busySeconds)), 'too_many'],
    [
      'endless work without a result',
      () =>
        many(60_000, (n) => eventOf(`UID:${n}`, ...nine.slice(1), 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9')),
      'too_slow',
    ],
    [
      '100,000 dates in the window',
      () =>
        eventOf(
          'UID:1',
          'DTSTART:20260101T000000Z',
          'DURATION:PT1S',
          `RDATE:${many(100_000, (n) => [second(n * 2)]).join(',')}`,
        ),
      'too_many',
    ],
    ['100,000 dates that are none', () => eventOf(...nine, `RDATE:${'x,'.repeat(100_000)}`), 'read'],
    ['deep components', () => many(200_000, () => ['BEGIN:VALARM']), 'read'],
    ['events in events', () => many(50_000, () => ['BEGIN:VEVENT']), 'read'],
    ['one line of nine million characters', () => eventOf(...nine, `DESCRIPTION:${'a'.repeat(9_000_000)}`), 'read'],
    ['one parameter of nine million characters', () => eventOf(...nine, `DTEND;X="${'a'.repeat(9_000_000)}`), 'read'],
    ['a million parameters', () => eventOf(...nine, `ATTENDEE${';A=b'.repeat(1_000_000)}:x`), 'read'],
    ['a line folded a million times', () => eventOf(...nine, `ATTENDEE:${'a\r\n '.repeat(1_000_000)}`), 'read'],
    ['eleven million characters', () => [`X-A:${'a'.repeat(11_000_000)}`], 'too_big'],
    [
      'many zones with long rules',
      () =>
        many(20_000, (n) => [
          ...['BEGIN:VTIMEZONE', `TZID:z${n}`, 'BEGIN:STANDARD', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
          ...['DTSTART:16010101T000000', 'RRULE:FREQ=DAILY', 'END:STANDARD', 'END:VTIMEZONE'],
          ...(n < 9000 ? eventOf(`UID:${n}`, `DTSTART;TZID=z${n}:20260414T090000`, 'DURATION:PT1H') : []),
        ]),
      'too_slow',
    ],
  ])('ends a calendar made to do harm: %s', async (_, lines, expected) => {
    const text = calendarOf(lines().join('\r\n'));
    const used = expected === 'too_slow' ? reader : patient;
    // Without the time in which the thread starts.
    await used.read(calendarOf(), reading);
    const read = async () => expect(await codeOf(used.read(text, reading))).toBe(expected);
    if (used === reader) expect(await costOf(3000, read)).toBeLessThan(3000);
    else await read();
    expect(shown(await used.read(calendarOf(...eventOf(...nine)), reading))).toEqual(['2026-04-14T09:00/10:00']);
  });
});

describe('the reader', () => {
  it('reads many calendars at once, each with its own answer', async () => {
    const days = Array.from({ length: 20 }, (_, n) => `2026-05-${String(n + 1).padStart(2, '0')}`);
    const read = days.map((day) =>
      reader.read(calendarOf(...eventOf(`DTSTART:${day.replaceAll('-', '')}T090000Z`, 'DURATION:PT1H')), reading),
    );
    expect((await Promise.all(read)).flatMap(shown)).toEqual(days.map((day) => `${day}T09:00/10:00`));
  });

  it('rejects what is no calendar', async () =>
    expect(await codeOf(reader.read('<html>Sign in</html>', reading))).toBe('malformed'));

  it('reads the sessions of a calendar too', async () => {
    const text = calendarOf(...eventOf(...nine, 'SUMMARY:Ana Diaz'));
    expect((await reader.sessions(text, reading)).sessions).toMatchObject([
      { externalId: '1', attendeeName: 'Ana Diaz' },
    ]);
  });

  it('reads the same without a thread', async () => {
    const alone = openCalendarReader();
    expect(shown(await alone.read(calendarOf(...eventOf(...nine)), reading))).toEqual(['2026-04-14T09:00/10:00']);
    expect(await codeOf(alone.read('', reading))).toBe('malformed');
    await alone.close();
  });
});

describe('the thread', () => {
  const code = `
    import { parentPort, threadId } from 'node:worker_threads';
    parentPort.on('message', ({ text }) => {
      if (text === 'hang') for (;;) {}
      if (text === 'memory') { const a = []; for (;;) a.push(new Array(1e5).fill(1.5)); }
      if (text === 'throw') throw new Error('ours');
      parentPort.postMessage({ busy: { busy: [], problems: [], events: threadId } });
    });
    parentPort.postMessage('ready');`;
  const threadOf = (source: string, options?: Parameters<typeof openThread>[1]) => {
    const path = join(built, `${threads.length}.mjs`);
    writeFileSync(path, source);
    const thread = openThread(pathToFileURL(path), options);
    threads.push(thread);
    return thread;
  };
  const task = (text: string) => ({ kind: 'busy', text, reading }) as const;
  const done = { busy: expect.anything() as unknown };

  it('ends the thread for a file that takes too long, and reads the others', async () => {
    const thread = threadOf(code, { killAfter: 50 });
    const outcomes = await Promise.all(['a', 'hang', 'b', 'c'].map((text) => thread.run(task(text))));
    expect(outcomes).toEqual([done, { code: 'too_slow' }, done, done]);
  });

  it('ends the thread for a file that takes too much memory, and starts it again', async () => {
    const thread = threadOf(code, { killAfter: 60_000 });
    expect(await Promise.all(['memory', 'b'].map((text) => thread.run(task(text))))).toEqual([
      { code: 'too_slow' },
      done,
    ]);
  });

  it('ends the thread when it has nothing to do, and starts it again', async () => {
    const thread = threadOf(code, { idleAfter: 0 });
    const threadIdOf = async () => ((await thread.run(task('a'))) as { busy: { events: number } }).busy.events;
    const first = await threadIdOf();
    await expect.poll(threadIdOf, { timeout: 20_000 }).not.toBe(first);
  });

  it('blames no file when it was this thread that was busy', async () => {
    const thread = threadOf(code, { killAfter: 30 });
    await thread.run(task('warm'));
    const running = thread.run(task('a'));
    const until = performance.now() + 100;
    while (performance.now() < until);
    expect(await running).toEqual(done);
  });

  it('rejects what was asked of a thread that fails or cannot be started, and starts it again', async () => {
    const thread = threadOf(code);
    await expect(thread.run(task('throw'))).rejects.toThrow('ours');
    expect(await thread.run(task('a'))).toEqual(done);
    await expect(threadOf('throw new Error("no");').run(task('a'))).rejects.toThrow('no');
  });

  it('closes the thread once, and rejects what it was reading', async () => {
    const thread = threadOf(code, { killAfter: 60_000 });
    const hanging = expect(thread.run(task('hang'))).rejects.toThrow('closed');
    await thread.close();
    await hanging;
  });
});
