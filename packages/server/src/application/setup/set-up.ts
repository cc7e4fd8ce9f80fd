import { randomBytes } from 'node:crypto';
import type { InputOf, OutputOf, UseCases } from '../kernel/contract.ts';
import { operatorCaller } from '../operator/operator-context.ts';
import type { Deps } from '../ports/deps.ts';
import type { SetupCodes } from '../ports/setup-codes.ts';
import { Refusal } from '../kernel/refusal.ts';
import { matching, setupCodeHash, setupCodeOf } from './setup-code.ts';

export interface SetupDeps extends Pick<Deps, 'partners' | 'limits' | 'realNow'> {
  readonly codes: SetupCodes;
  readonly createPartner: UseCases['createPartner'];
}

/** The origin of a request. */
export interface SetupRequest {
  readonly address: string;
  readonly requestId: string;
  readonly dryRun: boolean;
}

/** The first set-up of a server: open as long as there is no partner. */
export interface Setup {
  isOpen(): Promise<boolean>;
  /** Returns a new code, for the start to print; null when there is a partner. Only its hash is stored. */
  offer(): Promise<string | null>;
  /**
   * Opens the first business. Throws ROUTE_NOT_FOUND once there is a partner, LOGIN_LIMIT, TOKEN_INVALID,
   * INVALID_REQUEST.
   */
  run(request: SetupRequest, input: InputOf<'setUp'>): Promise<OutputOf<'setUp'>>;
}

/** Bytes of randomness in a code. */
const CODE_BYTES = 10;

const codeWrong = (): Refusal =>
  new Refusal('TOKEN_INVALID', 'This is not the code that the start of the server printed, or it was used.');

export function createSetup({ partners, limits, realNow, codes, createPartner }: SetupDeps): Setup {
  const isOpen = async (): Promise<boolean> => (await partners.list({ limit: 1 })).length === 0;
  /** Takes one attempt of an address. Throws LOGIN_LIMIT. */
  const takeTry = async (address: string): Promise<void> => {
    const { allowed, resetMs } = await limits.take('logins', `setup ${address}`);
    if (allowed) return;
    throw new Refusal(
      'LOGIN_LIMIT',
      'Too many wrong codes from this address.',
      undefined,
      Math.max(1, Math.ceil(resetMs / 1000)),
    );
  };
  return {
    isOpen,
    async offer() {
      if (!(await isOpen())) return null;
      const code = setupCodeOf(randomBytes(CODE_BYTES));
      await codes.add(setupCodeHash(code));
      return code;
    },
    async run({ address, requestId, dryRun }, { code, ...input }) {
      if (!(await isOpen())) throw new Refusal('ROUTE_NOT_FOUND', 'This server is set up.');
      await takeTry(address);
      const hash = matching(await codes.all(), code);
      if (hash === undefined) throw codeWrong();
      await limits.giveBack('logins', `setup ${address}`);
      const context = { caller: operatorCaller('setup', address), now: realNow(), requestId, dryRun: true };
      // An error in the rest must not use up the code.
      const tried = await createPartner(context, input);
      if (dryRun) return tried;
      if (!(await codes.use(hash))) throw codeWrong();
      return createPartner({ ...context, dryRun: false }, input);
    },
  };
}
