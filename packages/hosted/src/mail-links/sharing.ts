import { acceptConnection, createTransport, listMyConnections, login, logout, type User } from '@coach-booking/sdk';

/** The coaches who ask to see the profile of a client, and the answer of that client. */
export interface Sharing {
  readonly questions: readonly { readonly coachId: string; readonly coachName: string }[];
  /** Shares the profile with these coaches, and ends the session that was opened for it. */
  share(coachIds: readonly string[]): Promise<void>;
}

/**
 * Returns the coaches who ask a client who has just confirmed the address by the password: signs the client in for
 * that, and out again after the answer. Null for other roles, when no coach asks, and when the coaches cannot be read:
 * the question waits in the account.
 */
export async function sharingOf(
  { role, email }: Pick<User, 'role' | 'email'>,
  password: string,
  publishableKey: string,
  baseUrl: string,
): Promise<Sharing | null> {
  if (role !== 'client') return null;
  try {
    const visitor = createTransport({ baseUrl, publishableKey });
    const { accessToken, refreshToken } = await login(visitor, { email, password });
    const client = createTransport({ baseUrl, session: () => accessToken });
    const leave = () => logout(visitor, { refreshToken }).catch(() => undefined);
    const questions = (await listMyConnections(client)).filter(({ state }) => state === 'asked');
    if (questions.length === 0) {
      await leave();
      return null;
    }
    return {
      questions,
      async share(coachIds) {
        for (const id of coachIds) await acceptConnection(client, { id });
        await leave();
      },
    };
  } catch {
    return null;
  }
}
