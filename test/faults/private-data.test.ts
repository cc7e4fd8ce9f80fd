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

it.skipIf(process.platform === 'win32')(
  'S4 a server’s data folder is its owner’s alone, with all that is in it',
  async () => {
    const data = await scratchFolder();
    const folder = join(data.path, 'data');
    const umask = process.umask(0);
    const server = await startServerProcess({ DATA_DIR: folder, DEMO: '1' }).finally(() => process.umask(umask));
    try {
      const email = { email: 'ana@demo.example' };
      const headers = { authorization: 'Bearer sk_test_demo', 'content-type': 'application/json' };
      const asked = await fetch(`${server.url}/v1/auth/password-reset`, {
        method: 'POST',
        headers,
        body: JSON.stringify(email),
      });
      expect(asked.status).toBeLessThan(300);
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
