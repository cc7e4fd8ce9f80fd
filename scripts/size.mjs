// What the drop-in files weigh, brotli at its highest level. Of <coach-booking> what a partner's page loads before it
// can draw: the file and what it imports statically. Of <coach-calendar> the same, then everything, also what comes
// later, but not the languages other than English; what comes when a coach opens it, by itself. Of the desk what a
// signed-in coach loads before the day is drawn. For the reason of the calendar's weight see
// docs/decisions/0001-drop-in-file.md.
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseAst } from 'rollup/parseAst';
import { root } from './run.mjs';

const folder = join(root, 'packages/elements/dist/drop-in');
const language = /^(ar|de|es|fr|he|it|nl|pl|pt|tr)-/;

const booking = filesOf('coach-booking.js');
for (const file of booking.later) report(file, 'on demand');
check('<coach-booking> before the first paint', booking.first, 22_000);

const calendar = filesOf('coach-calendar.js');
/** The files that come when a coach opens their part, by the beginning of their name, with what they are and may weigh. */
const alone = [
  ['tools-file', 'what the toolbar opens', 4_900],
  ['month-file', 'the month', 3_700],
  ['list-file', 'the list', 600],
  ['list-styles', 'the looks of a list', 800],
  ['day-rows', 'the rows of a day', 850],
  ['print-sheet', 'the sheet for paper', 1_800],
  ['client-panel', 'the panel of a client', 7_950],
  ['bursts-view', 'the panel of unusual bookings', 2_050],
  ['there-view', 'a booking changed in another calendar', 2_200],
  ['zones-view', 'the panel of a new law of the zone', 2_200],
  ['messages-view', 'the messages of a booking', 3_600],
  ['meeting-view', 'the meeting of a booking', 3_550],
  ['schedule-view', 'the working hours', 5_000],
  ['link-view', 'the manage link', 2_150],
  ['history-view', 'the history of a booking', 550],
  ['to-close-view', 'the sessions to close', 750],
  ['origin-hint', 'the hint at a page that is not allowed', 400],
  ['preferences-view', 'the preferences', 1_900],
  ['shortcuts-view', 'the list of keys', 1_100],
  ['zone-list', 'the zones to choose from', 500],
];
const isOf = (file, [name]) => basename(file).startsWith(`${name}-`);
const isAlone = (file) => alone.some((one) => isOf(file, one));
const isOther = (file) => !isLanguage(file) && !isAlone(file);
const [languages, others] = [calendar.later.filter(isLanguage), calendar.later.filter(isOther)];
for (const file of languages) report(file, 'on demand');
check('<coach-calendar> before the first paint', calendar.first, 36_000);
check('<coach-calendar>, all of it but the languages', [...calendar.first, ...others], 70_000);
for (const one of alone)
  check(
    `${one[1]} in <coach-calendar>`,
    calendar.later.filter((file) => isOf(file, one)),
    one[2],
  );

const desk = join(root, 'packages/hosted/dist');
const parts = JSON.parse(readFileSync(join(desk, 'desk-page.preloads.json'), 'utf8'));
check(
  'the first page of the desk',
  ['desk-page.js', ...parts.today].map((file) => join(desk, file)),
  57_000,
);

/** Prints each file and the total; more than the budget is a failure. */
function check(what, files, budget) {
  const total = files.reduce((sum, file) => sum + report(file, 'counted'), 0);
  console.log(`${format(total)}  brotli bytes: ${what}; the budget is ${budget.toLocaleString('en')}\n`);
  if (total <= budget) return;
  console.error(`over the budget by ${total - budget} bytes`);
  process.exitCode = 1;
}

function isLanguage(file) {
  return language.test(basename(file));
}

/** Returns what a page loads at once with a drop-in file, and what it may load later. */
function filesOf(name) {
  const first = withStaticImports(join(folder, name));
  const later = new Set();
  const follow = (file) => {
    for (const found of readFileSync(file, 'utf8').matchAll(/import\(["'`]([^"'`]+)["'`]\)/g))
      for (const needed of withStaticImports(join(dirname(file), found[1])))
        if (!first.has(needed) && !later.has(needed)) {
          later.add(needed);
          follow(needed);
        }
  };
  first.forEach(follow);
  return { first: [...first], later: [...later] };
}

/** Returns a module file and everything that it needs before it runs. */
function withStaticImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const node of parseAst(readFileSync(file, 'utf8')).body)
    if (node.source) withStaticImports(join(dirname(file), node.source.value), seen);
  return seen;
}

/** Prints one row and returns the file's brotli bytes. */
function report(file, when) {
  const bytes = readFileSync(file);
  const compressed = brotliCompressSync(bytes).length;
  console.log(`${format(compressed)}  ${format(bytes.length)} plain  ${when.padEnd(9)}  ${relative(folder, file)}`);
  return compressed;
}

function format(bytes) {
  return bytes.toLocaleString('en').padStart(7);
}
