import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { followWithOneStream } from './one-stream.ts';

/** A stream in a state that the test sets. */
class HandSource extends EventTarget {
  static state = 1;
  readonly readyState = HandSource.state;
  close(): void {}
}

const source = { baseUrl: 'https://one-stream.example', publishableKey: 'pk_test_x' };
const browsers = globalThis.EventSource;

describe('one stream for a browser', () => {
  beforeEach(() => {
    globalThis.EventSource = HandSource as unknown as typeof EventSource;
  });
  afterEach(() => {
    globalThis.EventSource = browsers;
  });

  it('reads the slots at intervals where the stream cannot be opened', async () => {
    HandSource.state = 2;
    let looks = 0;
    const end = followWithOneStream(source, 'coach-a', () => (looks += 1), 20);
    await waitUntil(() => looks > 1, 'it looks');
    end();
  });

  it('reads the slots at intervals where the browser has no streams', async () => {
    Reflect.deleteProperty(globalThis, 'EventSource');
    let looks = 0;
    const end = followWithOneStream(source, 'coach-a', () => (looks += 1), 20);
    await waitUntil(() => looks > 1, 'it looks');
    end();
  });

  it('does not read at intervals while the stream is open, which others of its browser wait for', async () => {
    HandSource.state = 1;
    const looks = { first: 0, second: 0 };
    const ends = [
      followWithOneStream(source, 'coach-a', () => (looks.first += 1), 200),
      followWithOneStream(source, 'coach-b', () => (looks.second += 1), 20),
    ];
    await waitUntil(() => looks.second > 20, 'the second looks, longer than the first would wait');
    expect(looks.first).to.equal(0);
    for (const end of ends) end();
  });
});
