// Compares states of the stage with their stored pictures: `npm run test:visual`, with `-- --update` to store what is
// drawn now, and with names of pictures for these alone. What differs lies in test/visual/differences afterwards.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compared, stored } from './compare.mjs';
import { pictures } from './pictures.mjs';
import { openStage } from './stage-browser.mjs';

const root = join(import.meta.dirname, '../..');
const folder = join(import.meta.dirname, 'stored');
const differences = join(import.meta.dirname, 'differences');
const isUpdate = process.argv.includes('--update');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const names = Object.keys(pictures).filter((name) => wanted.length === 0 || wanted.includes(name));
/** The pictures that are drawn at a time. */
const AT_ONCE = 2;

const path = (name) => join(folder, `${name}.png`);
const shown = (file) => relative(root, file);

/** Stores the picture unless the stored one is the same to the eye. Returns whether it was stored. */
async function store(name, now) {
  const before = await readFile(path(name)).catch(() => null);
  if (before && !(await compared(before, now)).differs) return false;
  await writeFile(path(name), await stored(now));
  return true;
}

/** Returns what is wrong with a picture; null when it is as it was. */
async function check(name, now) {
  const before = await readFile(path(name)).catch(() => null);
  if (!before) return 'has no stored picture: `npm run test:visual -- --update` stores it';
  const { share, differs, difference } = await compared(before, now);
  if (!differs) return null;
  await mkdir(differences, { recursive: true });
  const files = [
    [join(differences, `${name}.now.png`), now],
    [join(differences, `${name}.difference.png`), difference],
  ].filter(([, bytes]) => bytes);
  for (const [file, bytes] of files) await writeFile(file, bytes);
  const seen = files.map(([file]) => shown(file)).join(', ');
  return difference ? `differs in ${(share * 100).toFixed(2)} % of its pixels: ${seen}` : `has another size: ${seen}`;
}

await rm(differences, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const since = performance.now();
const stage = await openStage();
const waiting = [...names];
let [same, changed] = [0, 0];

async function lane() {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const now = await stage.picture(pictures[name]).catch((error) => error);
    if (now instanceof Error) {
      changed += 1;
      console.error(`${name} cannot be drawn: ${now.message}`);
    } else if (isUpdate) {
      if (await store(name, now)) console.log(`stored ${shown(path(name))}`);
    } else {
      const problem = await check(name, now);
      if (problem) console.error(`${name} ${problem}`);
      if (problem) changed += 1;
      else same += 1;
    }
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, lane));
await stage.close();

const unknown = (await readdir(folder)).filter((file) => !(file.replace(/\.png$/, '') in pictures));
if (isUpdate) for (const file of unknown) await rm(join(folder, file));
else if (unknown.length > 0) {
  changed += unknown.length;
  console.error(`stored, but not in the list: ${unknown.join(', ')}`);
}
const seconds = Math.round((performance.now() - since) / 1000);
console.log(
  isUpdate
    ? `${names.length} pictures drawn (${seconds} s)`
    : `pictures: ${same} as stored, ${changed} not (${seconds} s)`,
);
process.exitCode = changed > 0 ? 1 : 0;
