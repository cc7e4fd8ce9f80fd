import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { launchBrowser } from '../support/browser/chromium.mjs';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'test/stage');
/** The address under which the stage is answered; no request leaves the browser. */
const ORIGIN = 'http://stage.test/';
const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** Bundles the stage as it is, and returns its files by their address. */
async function bundled() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['source', 'browser', 'production'],
    mainFields: ['module', 'browser', 'main'],
    define: { 'process.env.NODE_ENV': '"production"' },
    entryPoints: { stage: join(folder, 'stage.ts') },
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    outdir: join(folder, 'built'),
    write: false,
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, contents }) => [relative(folder, path), Buffer.from(contents)]));
}

/**
 * Opens the stage in a browser whose fonts, clock, zone and language are the same on every machine.
 * @returns `picture`, which resolves to the PNG of a state, and `close`
 */
export async function openStage() {
  const [files, browser] = await Promise.all([bundled(), launchBrowser()]);
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-US', timezoneId: 'UTC' });
  await context.clock.setFixedTime('2028-04-11T08:00:00Z');
  await context.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (`${origin}/` !== ORIGIN) return route.abort();
    const path = pathname.slice(1) || 'index.html';
    const body = files.get(path) ?? (await readFile(join(folder, path)).catch(() => null));
    if (!body) return route.fulfill({ status: 204 });
    return route.fulfill({ body, contentType: types[extname(path)] ?? 'application/octet-stream' });
  });

  /** Resolves to the picture of a page once two in a row are the same. */
  async function still(page) {
    let before = Buffer.alloc(0);
    for (let turn = 0; turn < 20; turn++) {
      const now = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      if (now.equals(before)) return now;
      before = now;
    }
    throw new Error('The state never stands still.');
  }

  async function picture({ of, state, look = 'light', width = 1200, height = 800, forcedColors = 'none' }) {
    const page = await context.newPage();
    try {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ forcedColors, colorScheme: look === 'dark' ? 'dark' : 'light' });
      await page.goto(`${ORIGIN}?${new URLSearchParams({ of, state, look })}`);
      await page.waitForSelector('html[data-drawn]');
      const problem = await page.evaluate(() => document.querySelector('body > pre')?.textContent ?? null);
      if (problem) throw new Error(problem);
      await page.evaluate(() => document.fonts.ready);
      return await still(page);
    } finally {
      await page.close();
    }
  }

  return { picture, close: () => browser.close() };
}
