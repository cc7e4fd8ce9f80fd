import {
  acceptConnection,
  changeEmail,
  confirmSecondFactor,
  createSessionTransport,
  declineConnection,
  disableSecondFactor,
  endSession,
  endSessions,
  enrolSecondFactor,
  getMe,
  learnZones,
  listMyConnections,
  listSessions,
  renewRecoveryCodes,
  sendVerification,
  updateMe,
  withdrawConnection,
  type SessionToken,
  type User,
} from '@coach-booking/sdk';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';

/** A place where the person is signed in. */
export type AccountSession = Awaited<ReturnType<typeof listSessions>>[number];
/** A coach who may see the profile, or who asks. */
export type Connection = Awaited<ReturnType<typeof listMyConnections>>[number];

/** The calls of the account page; tests replace them. */
export interface OwnAccountCalls {
  /**
   * Resolves to the person. From then on instants are drawn by the offsets that the server has of the zone of this
   * device.
   */
  me(): Promise<User>;
  /** Changes the name, and the language (BCP 47) where one is given. */
  changeDetails(details: { readonly name: string; readonly language?: string }): Promise<unknown>;
  sendVerification(): Promise<unknown>;
  changeEmail(email: string, password: string): Promise<unknown>;
  changePassword(currentPassword: string, newPassword: string): Promise<unknown>;
  /** Resolves to the secret as text and as `otpauth://`. */
  enrol(password: string): Promise<{ readonly secret: string; readonly uri: string }>;
  /** Resolves to the recovery codes. */
  confirm(code: string): Promise<readonly string[]>;
  renewCodes(password: string, code: string): Promise<readonly string[]>;
  disable(password: string, code: string): Promise<unknown>;
  sessions(): Promise<readonly AccountSession[]>;
  endSession(id: string): Promise<unknown>;
  endSessions(keepCurrent: boolean): Promise<unknown>;
  connections(): Promise<readonly Connection[]>;
  accept(coachId: string): Promise<unknown>;
  decline(coachId: string): Promise<unknown>;
  withdraw(coachId: string): Promise<unknown>;
}

/** Returns the calls with the session of the signed-in person. */
export function ownAccountCalls(session: SessionToken, baseUrl: string): OwnAccountCalls {
  const transport = createSessionTransport({ baseUrl, session });
  return {
    async me() {
      const user = await getMe(transport, { timeZone: deviceZone() });
      learnZones(user.zones);
      return user;
    },
    changeDetails: (details) => updateMe(transport, details),
    sendVerification: () => sendVerification(transport, {}),
    changeEmail: (email, password) => changeEmail(transport, { email, password }),
    changePassword: (currentPassword, newPassword) => updateMe(transport, { currentPassword, newPassword }),
    enrol: (password) => enrolSecondFactor(transport, { password }),
    confirm: async (code) => (await confirmSecondFactor(transport, { code })).recoveryCodes,
    renewCodes: async (password, code) => (await renewRecoveryCodes(transport, { password, code })).recoveryCodes,
    disable: (password, code) => disableSecondFactor(transport, { password, code }),
    sessions: () => listSessions(transport, {}),
    endSession: (id) => endSession(transport, { id }),
    endSessions: (keepCurrent) => endSessions(transport, { keepCurrent }),
    connections: () => listMyConnections(transport, {}),
    accept: (id) => acceptConnection(transport, { id }),
    decline: (id) => declineConnection(transport, { id }),
    withdraw: (id) => withdrawConnection(transport, { id }),
  };
}
