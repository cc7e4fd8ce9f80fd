import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { createMemoryPartners } from '../adapters/memory/partners.ts';
import { DEMO_PARTNER, loadDemoPartner } from './demo-partner.ts';

const originsOf = (port: number) => [`http://127.0.0.1:${port}`, `http://localhost:${port}`];

/** Returns the list after starts on these ports, between which an admin adds one. */
async function listAfter(ports: readonly number[], listed: string): Promise<readonly string[]> {
  const partners = createMemoryPartners();
  await loadDemoPartner(partners, originsOf(1), instant(1));
  const partner = (await partners.byId(DEMO_PARTNER))!;
  const change = { allowedOrigins: [...partner.allowedOrigins, listed], version: partner.version + 1 };
  await partners.replace({ ...partner, ...change }, partner.version);
  for (const port of ports) await loadDemoPartner(partners, originsOf(port), instant(1));
  return (await partners.byId(DEMO_PARTNER))!.allowedOrigins;
}

describe('the origins of the demo (A34)', () => {
  it('lists the origins of earlier starts too, by both names of this machine', async () => {
    const list = await listAfter([2], 'https://fit.example');
    expect(list).toEqual(['https://fit.example', ...originsOf(1), ...originsOf(2)]);
  });

  it('drops the oldest of many starts, and never what an admin listed', async () => {
    const ports = Array.from({ length: 50 }, (_, n) => n + 2);
    const list = await listAfter(ports, 'http://localhost:5173');
    expect(list).toHaveLength(41);
    expect(list).toEqual(expect.arrayContaining(['http://localhost:5173', ...originsOf(51), ...originsOf(32)]));
    expect(list).not.toContain('http://localhost:1');
  });
});
