import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder, startServerProcess } from '../support/server-process.ts';

/** Every entry below a folder with its rights, as `700 mail`. */
async function rights(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const nested = entries.map(async (entry) => {
    const path = join(below, entry.name);
    const line = `${((await lstat(join(folder, path))).mode & 0o777).toString(8)} ${path}`;
    return entry.isDirectory() ? [line, ...(await rights(folder, path))] : [line];
  });
  return (await Promise.all(nested)).flat().sort();
}

const OPERATOR_KEY = 'the-operator-key-of-the-tests-long-enough';

it.skipIf(process.platform === 'win32')(
  'S4 gives a server’s data folder to its owner alone, with all that is in it',
  async () => {
    const data = await scratchFolder();
    const folder = join(data.path, 'data');
    const umask = process.umask(0);
    const env = { DATA_DIR: folder, DEMO: '1', OPERATOR_KEY };
    const server = await startServerProcess(env).finally(() => process.umask(umask));
    try {
      const admin = { email: 'admin@harbour.example' };
      const send = async (path: string, key: string, body: object) => {
        const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
        const answer = await fetch(`${server.url}/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
        expect(answer.status).toBeLessThan(300);
        return (await answer.json()).data;
      };
      // Mails of live mode leave, here into the folder; those of mode test are kept in the store.
      const { keys } = await send('partners', OPERATOR_KEY, {
        name: 'Harbour',
        slug: 'harbour',
        allowedOrigins: [],
        admin,
      });
      await send('auth/password-reset', keys.secret.live, admin);
      await expect.poll(() => readdir(join(folder, 'mail')).catch(() => [])).not.toEqual([]);
      const all = await rights(folder);
      expect(((await lstat(folder)).mode & 0o777).toString(8)).toBe('700');
      expect(all.filter((line) => !/^(700 [^.]*|600 .*)$/.test(line))).toEqual([]);
      expect(all).toEqual(
        expect.arrayContaining([
          '700 mail',
          '600 signing-secret',
          '700 mongodb',
          '700 mongodb/store',
          '600 mongodb/store/data.mdb',
        ]),
      );
    } finally {
      await server.stop();
      await data.remove();
    }
  },
);
