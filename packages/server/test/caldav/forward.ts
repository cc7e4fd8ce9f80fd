import type { MemoryOutbound } from '../../src/adapters/memory/outbound.ts';
import type { StrictCaldav } from './strict-server.ts';

/** The address by which a server on this machine is known to a world in live mode, which calls `https:` alone. */
export const DAV = 'https://dav.example';

/** Has calls of `https://dav.example` answered by a server on this machine. */
export function forwardTo(outbound: MemoryOutbound, dav: StrictCaldav): void {
  outbound.reply = async ({ method, url, headers, body }) => {
    if (!url.startsWith(DAV)) return 'ENOTFOUND';
    const init = { method, headers, redirect: 'manual', ...(body !== undefined && { body }) } as const;
    const answer = await fetch(url.replace(DAV, dav.url), init);
    const wait = answer.headers.get('retry-after');
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      text: await answer.text(),
      ...(wait !== null && { retryAfter: Number(wait) * 1000 }),
    };
  };
}
