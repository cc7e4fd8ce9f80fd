import { serveStage } from './scripts/dev/browser-build.mjs';
import { launchBrowser } from './test/support/browser/chromium.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
const out = '/tmp/pics'; mkdirSync(out, { recursive: true });
const want = process.argv[2].split(',');
const looks = (process.argv[3] ?? 'light,dark,arabic,320 px,62.5 %').split(',');
const only = process.argv[4] ? new RegExp(process.argv[4]) : /./;
const stage = await serveStage(0);
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
page.on('pageerror', (e) => console.log('pageerror', e.message));
await page.goto(stage.url); await page.waitForFunction(() => document.documentElement.dataset.drawn, null, { timeout: 120000 });
const rows = await page.evaluate(() => [...document.querySelectorAll('h2')].map((h) => [h.textContent, [...h.nextElementSibling.querySelectorAll('th')].map((t) => t.textContent)]));
for (const look of looks) {
  const shots = [];
  for (const [of, states] of rows) {
    if (!want.includes(of)) continue;
    for (const state of states) {
      if (!only.test(state)) continue;
      const p = await browser.newPage({ viewport: { width: look === '320 px' ? 320 : (of==='calendar'||of==='panels'||of==='client'?1200:900), height: look === '320 px' ? 800 : 640 }, colorScheme: look === 'dark' ? 'dark' : 'light' });
      await p.goto(`${stage.url}?${new URLSearchParams({ of, state, look: look === '320 px' ? 'light' : look })}`);
      await p.waitForFunction(() => document.documentElement.dataset.drawn, null, { timeout: 60000 }).catch((e) => console.log(of, state, look, e.message.slice(0, 80)));
      await p.evaluate(() => document.fonts.ready);
      const name = `${of}-${state}-${look}`.replace(/[^a-z0-9.-]+/gi, '_') + '.png';
      await p.screenshot({ path: `${out}/${name}`, fullPage: true });
      shots.push([`${of}: ${state}`, name]);
      await p.close();
    }
  }
  const per = look === '320 px' ? 10 : 8;
  for (let i = 0; i * per < shots.length; i++) {
    const p = await browser.newPage({ viewport: { width: 1800, height: 200 } });
    const html = `<style>body{margin:8px;font:13px sans-serif;display:flex;flex-wrap:wrap;gap:10px;background:#bbb}figure{margin:0;width:${look === '320 px' ? 320 : 435}px}img{width:100%;border:1px solid #333;max-height:900px;object-fit:cover;object-position:top}</style>` + shots.slice(i * per, i * per + per).map(([t, n]) => `<figure><figcaption>${t}</figcaption><img src="file://${out}/${n}"></figure>`).join('');
    writeFileSync(`${out}/sheet.html`, html); await p.goto(`file://${out}/sheet.html`);
    const f = `${out}/SHEET-${want[0].replace(/\W/g, '')}-${look.replace(/\W/g, '')}-${i}.png`;
    await p.screenshot({ path: f, fullPage: true }); console.log(f); await p.close();
  }
}
await browser.close(); await stage.stop(); process.exit(0);
