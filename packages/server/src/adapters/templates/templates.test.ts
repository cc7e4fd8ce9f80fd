import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costOf } from '../../../test/limits/cost.ts';
import { NO_VALUE, VALUE_BEGIN, VALUE_END } from '../../domain/message/marked-text.ts';
import { TemplateFailure, type Templates } from '../../application/ports/templates.ts';
import { openTemplates } from './open-templates.ts';
import { openThread } from './thread.ts';

const here = dirname(fileURLToPath(import.meta.url));
// Inside of the package, so that the bundle finds its dependencies.
const built = join(here, '../../../node_modules/.cache', `templates-${process.pid}`);
const entry = pathToFileURL(join(built, 'worker.js'));
const scope = { lead: { name: 'Ana' }, date: 'Tuesday', secret: 'x' };
const value = (text: string) => VALUE_BEGIN + text + VALUE_END;

let templates: Templates;
const threads: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  mkdirSync(built, { recursive: true });
  writeFileSync(join(built, 'package.json'), '{ "type": "module" }');
  await build({
    entryPoints: [join(here, 'worker.ts')],
    outdir: built,
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' },
  });
  templates = openTemplates({ entry });
});
afterAll(async () => {
  await templates.close();
  for (const thread of threads) await thread.close();
  rmSync(built, { recursive: true, force: true });
});

const failureOf = (text: string): Promise<unknown> =>
  templates.render([text], scope).then(
    (texts) => texts,
    (error: unknown) => error,
  );

/** A thread whose module is this code; it reports itself when it is ready. */
const threadOf = (code: string, killAfter?: number) => {
  const path = join(built, `${threads.length}.mjs`);
  writeFileSync(path, `import { parentPort, workerData } from 'node:worker_threads';\n${code}`);
  const thread = openThread(pathToFileURL(path), killAfter);
  threads.push(thread);
  return thread;
};

describe('a hostile template', () => {
  it.each([
    ['reads a file by render', '{% render "package.json" %}', 'SYNTAX'],
    ['reads a file by include', '{% include "/etc/passwd" %}', 'SYNTAX'],
    ['reads a file by layout', '{% layout "../../package.json" %}{% block a %}{% endblock %}', 'SYNTAX'],
    ['loops', '{% for i in (1..100000000) %}x{% endfor %}', 'SYNTAX'],
    ['loops by a table', '{% tablerow i in (1..100000000) %}x{% endtablerow %}', 'SYNTAX'],
    ['loops over nothing (CVE-2026-44645)', '{% for i in (1..1000000000) %}{% endfor %}', 'SYNTAX'],
    ['doubles a text', '{% assign a = "x" %}{% assign a = a | append: a %}', 'SYNTAX'],
    ['captures', '{% capture a %}x{% endcapture %}', 'SYNTAX'],
    ['counts', '{% increment a %}', 'SYNTAX'],
    ['is many tags in one', '{% liquid\nassign a = 1\necho a\n%}', 'SYNTAX'],
    ['hides Liquid from Liquid', '{% raw %}{{ lead.name }}{% endraw %}', 'SYNTAX'],
    ['turns escaping off', '{{ lead.name | raw }}', 'SYNTAX'],
    ['makes arrays', '{{ "a,b" | split: "," | join: "-" }}', 'SYNTAX'],
    ['formats dates by a huge padding', '{{ "now" | date: "%9999999999d" }}', 'SYNTAX'],
    ['writes a huge range', '{{ (1..100000000) }}', 'TOO_MUCH_MEMORY'],
    ['compares a huge range', '{% if date == (1..1000000000) %}x{% endif %}', 'TOO_MUCH_MEMORY'],
    ['joins a huge range to a text', '{{ (1..100000000) | append: "x" }}', 'TOO_MUCH_MEMORY'],
    ['pads by a range in a condition', '{% case (1..999999999) %}{% when 1 %}{% endcase %}', 'TOO_MUCH_MEMORY'],
    ['is long', 'x'.repeat(20_001), 'TOO_LONG'],
    ['is nested deeply', '{% if 1 %}'.repeat(1990), 'TOO_NESTED'],
    ['is never closed', '{% if lead.name %}{{ lead', 'SYNTAX'],
    ['is an unknown filter', '{{ lead.name | shell: "id" }}', 'SYNTAX'],
  ])('ends a template that %s with a named fault', async (_, text, code) => {
    const cost = await costOf(2000, async () => {
      const failure = await failureOf(text);
      expect(failure).toBeInstanceOf(TemplateFailure);
      expect((failure as TemplateFailure).fault).toMatchObject({ code, detail: expect.any(String) as string });
    });
    // The thread is ended after 200 ms, three times at most, and another one is started each time.
    expect(cost).toBeLessThan(2000);
  });

  it.each([
    '{{ lead.constructor }}',
    '{{ lead.__proto__.polluted }}',
    '{{ lead.name.constructor.constructor }}',
    '{{ lead["toString"] }}',
    '{{ constructor }}{{ __proto__ }}{{ process.env }}{{ globalThis }}',
    '{{ lead }}',
    '{{ lead[secret] }}',
  ])('gets nothing by %s', async (text) => {
    const [rendered] = await templates.render([text], scope);
    expect(rendered!.replaceAll(NO_VALUE, '')).toBe('');
  });

  it('cannot mark what it writes as a value', async () => {
    expect(await templates.render([`${value('https://evil.example')}${NO_VALUE}`], scope)).toEqual([
      'https://evil.example',
    ]);
    expect(await templates.render([`{{ a }}`], { a: value('x') })).toEqual([value('x')]);
  });
});

describe('an honest template', () => {
  it('renders a template with its values marked', async () => {
    const text = 'Hi {{ lead.name | upcase }}{% if place %} in {{ place }}{% else %}.{% endif %} {{ place }}';
    expect(await templates.render([text, ''], scope)).toEqual([`Hi ${value('ANA')}. ${NO_VALUE}`, '']);
  });

  it('renders a default value, and cases', async () => {
    const text = '{{ place | default: "here" }} {% case date %}{% when "Tuesday" %}Tue{% else %}?{% endcase %}';
    expect(await templates.render([text], scope)).toEqual([`${value('here')} Tue`]);
  });

  it('names its variables where they are', async () => {
    expect(await templates.read('Hi {{ lead.name }},\n {% if x.y %}{{ a | append: b }}{% endif %}')).toEqual({
      variables: [
        { name: 'lead.name', line: 1, column: 7 },
        { name: 'x.y', line: 2, column: 8 },
        { name: 'a', line: 2, column: 17 },
        { name: 'b', line: 2, column: 29 },
      ],
    });
  });

  it.each([
    ['a\n {% for x in y %}', 2, 2, 'There is no tag “for”: only if, unless and case.'],
    ['{{ x | shout }}', 1, 1, 'There is no filter “shout”: only default, upcase'],
    ['a {{ x', 1, 3, 'Output "{{ x" not closed.'],
    ['{% if x %}\n', 1, 1, 'Tag {% if x %} not closed.'],
    ['{{ }}', 1, 4, 'Invalid value expression'],
  ])('reports of %j a fault with a line, a column and a sentence', async (text, line, column, detail) =>
    expect(await templates.read(text)).toEqual({
      fault: { code: 'SYNTAX', line, column, detail: expect.stringContaining(detail) as string },
    }),
  );

  it('renders a thousand times and more in a second, in order', async () => {
    const texts = await Promise.all(
      Array.from({ length: 2000 }, (_, i) => templates.render(['{{ n }}'], { n: String(i) })),
    );
    expect(texts.map(([text]) => text)).toEqual(Array.from({ length: 2000 }, (_, i) => value(String(i))));
  });

  it('renders a template of the product at once', () =>
    expect(templates.renderStandard(['Hi {{ lead.name }}'], scope)).toEqual([`Hi ${value('Ana')}`]));

  it('renders the same without a thread', async () => {
    const here = openTemplates();
    expect(await here.render(['Hi {{ lead.name }}'], scope)).toEqual([`Hi ${value('Ana')}`]);
    expect(await here.read('{% for %}')).toMatchObject({ fault: { code: 'SYNTAX' } });
    await here.close();
  });
});

describe('the thread', () => {
  /** Hangs on the text `hang`, and for once on the text `once`. */
  const code = `
    const flags = new Set();
    parentPort.on('message', ({ text }) => {
      if (text === 'hang') for (;;) {}
      if (text === 'memory') { const a = []; for (;;) a.push(new Array(1e5).fill(1.5)); }
      parentPort.postMessage({ variables: [{ name: text, line: 1, column: 1 }] });
    });
    parentPort.postMessage('ready');`;
  const read = (text: string) => ({ kind: 'read', text }) as const;
  const done = (name: string) => ({ variables: [{ name, line: 1, column: 1 }] });

  it('ends the thread when a text takes too long, and renders the others all the same', async () => {
    const thread = threadOf(code, 50);
    const outcomes = await Promise.all(['a', 'hang', 'b', 'c'].map((text) => thread.run(read(text))));
    expect(outcomes).toEqual([
      done('a'),
      { fault: expect.objectContaining({ code: 'TOO_SLOW' }) as unknown },
      done('b'),
      done('c'),
    ]);
  });

  it('ends the thread when a text takes too much memory, and starts it again', async () => {
    const thread = threadOf(code, 20_000);
    const outcomes = await Promise.all(['memory', 'b'].map((text) => thread.run(read(text))));
    expect(outcomes).toEqual([{ fault: expect.objectContaining({ code: 'TOO_MUCH_MEMORY' }) as unknown }, done('b')]);
  });

  it('blames nobody when it was this thread that was busy', async () => {
    const thread = threadOf(code, 30);
    await thread.run(read('warm'));
    const running = thread.run(read('a'));
    const until = performance.now() + 100;
    while (performance.now() < until);
    expect(await running).toEqual(done('a'));
  });

  it('rejects what was asked of a thread that cannot be started', async () => {
    const thread = threadOf('throw new Error("no");');
    await expect(thread.run(read('a'))).rejects.toThrow('no');
  });

  it('closes the thread once, and then rejects nothing in silence', async () => {
    const thread = threadOf(code, 20_000);
    await thread.run(read('a'));
    const hanging = expect(thread.run(read('hang'))).rejects.toThrow('closed');
    await thread.close();
    await hanging;
  });
});
