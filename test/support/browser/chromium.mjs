import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { fontFiles, fontsConf } from './fonts.mjs';
import { once, place, readBrotli, tarEntries } from './unpack.mjs';

const require = createRequire(import.meta.url);

/** Layout of the unpacked folder; a new number unpacks again beside the old one. */
const layout = 1;

/**
 * Arguments of every start of the browser in tests: it runs as root, without a GPU, and without requests of its own.
 */
export const chromeArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];

let unpacked;

/**
 * Returns where the browser is, with the variables its process needs: `CHROME_PATH` as it stands, else the Chromium
 * from npm, unpacked once per version under `node_modules/.cache` with the libraries and fonts that a bare machine has
 * not got.
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>}
 */
export async function chrome() {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'The browser from npm is for Linux on x64. Set CHROME_PATH to a Chrome or Chromium of this machine.',
    );
  unpacked ??= unpack();
  const folder = await unpacked;
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Path of the browser's executable. Start it with `chromeEnv()` too, or a bare machine misses its libraries. */
export const chromePath = async () => (await chrome()).executablePath;

/** This process's environment and what the browser needs on top. */
export const chromeEnv = async () => ({ ...process.env, ...(await chrome()).env });

/**
 * Returns a browser for playwright-core; the caller closes it. `options` are those of `chromium.launch`, `args` are
 * added to ours.
 */
export async function launchBrowser({ args = [], ...options } = {}) {
  const executablePath = await chromePath();
  return chromium.launch({
    executablePath,
    env: await chromeEnv(),
    args: [...chromeArgs, ...args],
    headless: true,
    ...options,
  });
}

async function unpack() {
  const home = join(dirname(require.resolve('@sparticuz/chromium')), '../..');
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const archive = (name) => join(home, 'bin', name);
  const target = join(home, '../../.cache/coach-booking-browser', `${version}-${layout}`);
  return once(target, async (folder) => {
    await place(folder, 'chromium', await readBrotli(archive('chromium.br')), 0o755);
    for (const { path, bytes } of tarEntries(await readBrotli(archive('al2023.tar.br'))))
      await place(folder, path, bytes, 0o755);
    for (const { path, bytes } of tarEntries(await readBrotli(archive('swiftshader.tar.br'))))
      await place(folder, path, bytes, 0o755);
    for (const { path, bytes } of tarEntries(await readBrotli(archive('fonts.tar.br'))))
      if (path.endsWith('.ttf')) await place(folder, join('fonts', basename(path)), bytes);
    for (const file of fontFiles()) await place(folder, join('fonts', basename(file)), await readFile(file));
    await place(folder, 'fonts.conf', fontsConf(target));
  });
}
