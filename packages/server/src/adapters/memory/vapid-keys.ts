import type { VapidKeys, VapidPair } from '../../application/ports/push.ts';

export function createMemoryVapidKeys(): VapidKeys {
  let pair: VapidPair | null = null;
  return { agree: async (made) => (pair ??= made) };
}
