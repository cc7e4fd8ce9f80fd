import { once } from 'node:events';
import { Agent, get, type RequestListener, type ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createServerHandle, type ServerHandle } from './server-handle.ts';

const host = '127.0.0.1';
const hello: RequestListener = (_request, response) => response.end('hello');
const urlOf = ({ port }: ServerHandle): string => `http://${host}:${port}`;

const reached = (handle: ServerHandle): Promise<boolean> =>
  fetch(urlOf(handle)).then(
    () => true,
    () => false,
  );

describe('createServerHandle', () => {
  it('lets the system choose a port', async () => {
    const handle = await createServerHandle(hello, { host, port: 0 });
    expect(handle.moved).toBe(false);
    expect(await (await fetch(urlOf(handle))).text()).toBe('hello');
    await handle.close();
  });

  it('takes the next free port when the configured one is taken, and reports that', async () => {
    const first = await createServerHandle(hello, { host, port: 0 });
    const second = await createServerHandle(hello, { host, port: first.port });
    expect(second.port).toBeGreaterThan(first.port);
    expect(second.moved).toBe(true);
    await Promise.all([first.close(), second.close()]);
  });

  it('fails when the host is not of this machine', async () => {
    await expect(createServerHandle(hello, { host: '192.0.2.1', port: 0 })).rejects.toThrow(/EADDRNOTAVAIL/);
  });

  it('answers requests from before it closed, accepts no new ones, and drops idle connections', async () => {
    let asked: (response: ServerResponse) => void;
    const response = new Promise<ServerResponse>((done) => (asked = done));
    const handle = await createServerHandle(
      (request, answer) => (request.url === '/slow' ? asked(answer) : answer.end()),
      {
        host,
        port: 0,
      },
    );
    const idle = new Agent({ keepAlive: true });
    const [warm] = await once(get(urlOf(handle), { agent: idle }), 'response');
    warm.resume();
    await once(warm, 'end');

    const slow = fetch(`${urlOf(handle)}/slow`);
    const pending = await response;
    const closed = handle.close();
    await expect.poll(() => reached(handle), { interval: 400 }).toBe(false);
    pending.end('still here');
    expect(await (await slow).text()).toBe('still here');
    await closed;
    idle.destroy();
  });

  it('S24 closes each connection after its answer while it is about to stop, and goes on answering', async () => {
    const handle = await createServerHandle(hello, { host, port: 0 });
    const wordOf = async () => (await fetch(urlOf(handle))).headers.get('connection');
    expect(await wordOf()).toBe('keep-alive');
    let closed = false;
    const closing = handle.close(10, () => (closed = true));
    expect([await wordOf(), await wordOf(), closed]).toEqual(['close', 'close', false]);
    await closing;
    expect(closed).toBe(true);
  });

  it('cuts what is left at the deadline', async () => {
    const handle = await createServerHandle(() => {}, { host, port: 0 });
    const asked = once(handle.server, 'request');
    const never = fetch(urlOf(handle)).then(
      () => 'answered',
      () => 'cut',
    );
    await asked;
    await handle.close(0);
    expect(await never).toBe('cut');
  });

  it('closes once for any number of calls', async () => {
    const handle = await createServerHandle(hello, { host, port: 0 });
    expect(handle.close()).toBe(handle.close());
    await handle.close();
  });
});
