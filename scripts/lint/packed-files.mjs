// Holds a package to a number of files: its users import its entries alone, so what they do not reach is not packed.
import { execFileSync } from 'node:child_process';

const [folder, most] = process.argv.slice(2);
const answer = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: folder, encoding: 'utf8' }),
);
const [{ entryCount }] = Array.isArray(answer) ? answer : Object.values(answer);
if (entryCount > Number(most)) {
  console.error(`${folder} packs ${entryCount} files; ${most} is the most.`);
  process.exitCode = 1;
}
