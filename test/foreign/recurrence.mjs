// Every rule of libical's own tests, expanded by what reads calendars of others. The file is libical's and not in this
// repository: its path is the argument. Each rule gives the instances that libical expects, or is named below.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Rules that are read otherwise, with the reason. */
const otherwise = {
  'FREQ=YEARLY;BYMONTHDAY=29;COUNT=3': 'By the table of RFC 5545, 3.3.10, the days are of each month.',
  'FREQ=YEARLY;BYMONTHDAY=-29,-1;COUNT=4': 'By the table of RFC 5545, 3.3.10, the days are of each month.',
  'FREQ=YEARLY;BYWEEKNO=53;INTERVAL=6;BYDAY=TH;COUNT=1':
    'Years count from the one to which the week of the start does.',
  'FREQ=YEARLY;BYWEEKNO=53;INTERVAL=5;BYDAY=TH;COUNT=1':
    'Years count from the one to which the week of the start does.',
};

const source = join(import.meta.dirname, '../../packages/server/src/domain/calendar-in');
const { outputFiles } = await build({
  stdin: {
    contents: `export { expand } from './expand.ts'; export { parseRule } from './rule.ts';`,
    resolveDir: source,
    loader: 'ts',
  },
  ...{ bundle: true, write: false, platform: 'node', format: 'esm', conditions: ['source'], logLevel: 'error' },
});
const { expand, parseRule } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const wall = (text) => {
  const [, year, month, day, hour = 0, minute = 0, second = 0] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?/.exec(
    text,
  );
  return Date.UTC(year, month - 1, day, hour, minute, second);
};
const shown = (walls) => walls.map((at) => new Date(at).toISOString().slice(0, 16));

let passed = 0;
const named = [];
const wrong = [];
for (const block of readFileSync(process.argv[2], 'utf8').split(/\n\s*\n/)) {
  const field = (name) => new RegExp(`^${name}:(.*)$`, 'm').exec(block)?.[1].trim();
  const [text, start, expected] = [field('RRULE'), field('DTSTART'), field('INSTANCES')];
  if (!text || !start) continue;
  if (otherwise[text] || !expected || expected.startsWith('***')) {
    named.push(`${text}: ${otherwise[text] ?? 'Without instances that libical expects.'}`);
    continue;
  }
  const wanted = expected.split(',').map(wall);
  try {
    const parsed = parseRule(text);
    const rule = start.includes('T') ? parsed : { ...parsed, hours: undefined, minutes: undefined, seconds: undefined };
    const isEndless = !rule.count && !rule.until;
    const until = isEndless ? wanted.at(-1) + 1000 : Date.UTC(2200, 0);
    // From the middle too, where the rule is not followed from its beginning.
    for (const from of [wall(start), wall(field('START-AT') ?? start), wanted[wanted.length >> 1]])
      assert.deepEqual(
        shown(expand(rule, { start: wall(start), from, until, last: rule.until?.wall }).walls),
        shown(wanted.filter((at) => at >= from)),
      );
    passed++;
  } catch (error) {
    wrong.push(`${text} from ${start}: ${error.message.slice(0, 600)}`);
  }
}
console.log([...named.map((line) => `not compared: ${line}`), ...wrong].join('\n'));
console.log(`recurrences of libical: ${passed} as expected, ${named.length} not compared, ${wrong.length} otherwise`);
process.exitCode = wrong.length > 0 || passed < 100 ? 1 : 0;
