import type { RecordAccount, RecordObject } from '../../src/domain/external-record/external-record.ts';
import type {
  AccountOfCoach,
  MeetingAdapter,
  RecordSession,
} from '../../src/application/ports/external-record-adapters.ts';
import { ProviderFailure, type ProviderFailureKind } from '../../src/application/ports/provider-failure.ts';

/** Something that the provider has. */
export interface KeptRecord {
  readonly account: string;
  readonly session: RecordSession;
  readonly object: RecordObject;
}

/** The failure of a next call; `isDone`: the provider has done it all the same. */
export interface NextFailure {
  readonly kind: ProviderFailureKind;
  readonly isDone?: boolean;
  readonly retryAt?: ProviderFailure['retryAt'];
}

export interface FakeProvider extends MeetingAdapter {
  /** All that it has now, by id. */
  readonly kept: Map<string, KeptRecord>;
  /** The names of the calls that reached it. */
  readonly calls: string[];
  /** The failures of the next calls that write, one each. */
  readonly failures: NextFailure[];
  /** Those that it ever made. */
  made: number;
  /** The account in which meetings of a coach are made. */
  host: RecordAccount | null;
  /** Happens inside of each call that writes, once the provider has done its part. */
  during: () => unknown;
}

/** Returns a provider that keeps what it is given, and fails as it is told. */
export function createFakeProvider(): FakeProvider {
  const kept = new Map<string, KeptRecord>();
  const failures: NextFailure[] = [];
  const calls: string[] = [];
  const nameOf = ({ connectionId = '', sourceId = '', host = '' }: AccountOfCoach) =>
    `${connectionId}/${sourceId}/${host}`;
  const write = async <T>(name: string, run: () => T): Promise<T> => {
    calls.push(name);
    const failure = failures.shift();
    if (failure && !failure.isDone) throw new ProviderFailure('FAKE', failure.kind, { retryAt: failure.retryAt });
    const answer = run();
    await provider.during();
    if (failure) throw new ProviderFailure('FAKE', failure.kind);
    return answer;
  };
  const there = (object: RecordObject): KeptRecord => {
    const found = kept.get(object.id);
    if (!found) throw new ProviderFailure('404', 'gone');
    if (found.object.etag !== object.etag) throw new ProviderFailure('412', 'conflict');
    return found;
  };
  const provider: FakeProvider = {
    kept,
    calls,
    failures,
    made: 0,
    host: { host: 'ana' },
    during: () => undefined,
    accountOf: async ({ staffId }) => (staffId === undefined ? provider.host : { host: staffId }),
    find: async (account, tag) => {
      calls.push('find');
      const found = [...kept.values()].filter(
        (one) => one.account === nameOf(account) && one.session.bookingId === tag,
      );
      return found[0]?.object ?? null;
    },
    create: (account, session) =>
      write('create', () => {
        provider.made += 1;
        const id = `m${provider.made}`;
        const details = { joinUrl: `https://zoom.example/j/${id}`, password: `pw-${id}` };
        const object = { id, etag: '1', details };
        kept.set(id, { account: nameOf(account), session, object });
        return object;
      }),
    update: (account, object, session) =>
      write('update', () => {
        const next = { ...object, etag: `${Number(there(object).object.etag) + 1}` };
        kept.set(object.id, { account: nameOf(account), session, object: next });
        return next;
      }),
    remove: (_account, object) =>
      write('remove', () => {
        kept.delete(object.id);
      }),
  };
  return provider;
}
