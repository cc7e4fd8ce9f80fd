import { createServerHandle, type ServerHandle } from './adapters/http/server-handle.ts';
import { partnerSite } from './adapters/pages/partner-site.ts';
import { createUseCases } from './application/create-use-cases.ts';
import type { Deps } from './application/ports/deps.ts';
import { demoKeys, loadDemo } from './demo/load-demo.ts';
import { loadDemoPeople } from './demo/load-people.ts';
import { onceHashed } from './demo/once-hashed.ts';

/** The API that the demo's site books with: its origin, the port it was given and the one it has. */
interface DemoApi {
  readonly url: string;
  readonly wantedPort: number;
  readonly port: number;
}

/** Serves the demo partner's site, from the folder of `examples`, on the next port. */
export async function serveDemoSite(examples: string, { url, wantedPort, port }: DemoApi): Promise<ServerHandle> {
  const site = partnerSite(examples, () => ({
    baseUrl: url,
    publishableKey: demoKeys.publishable,
    secretKey: demoKeys.secret,
  }));
  return createServerHandle(site, { host: '127.0.0.1', port: wantedPort === 0 ? 0 : port + 1 });
}

/** Loads the demo's business, its coaches and its persons; pages at these ports may use its publishable key. */
export async function loadDemoData(deps: Deps, ports: readonly number[]): Promise<void> {
  // The demo's persons read no mail about their accounts.
  const deliveries = { ...deps.deliveries, insert: () => Promise.resolve() };
  const quiet = { ...deps, deliveries, passwords: onceHashed(deps.passwords) };
  const loader = { ...quiet, useCases: createUseCases(quiet) };
  // People type either name of this machine.
  const origins = ports.flatMap((port) => [`http://127.0.0.1:${port}`, `http://localhost:${port}`]);
  await loadDemo(loader, origins);
  await loadDemoPeople(loader);
}
