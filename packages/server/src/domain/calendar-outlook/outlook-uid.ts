/**
 * The beginning of a global object id that Outlook makes of another program's UID, as hexadecimal: [MS-OXOCAL]
 * 2.2.1.27. The data behind it begins with `vCal-Uid`, a version and the UID itself.
 */
const OF_ANOTHER = /^040000008200e00074c5b7101a82e008[\da-f]{40}[\da-f]{8}7643616c2d55696401000000((?:[\da-f]{2})+)$/i;
const OWN = /^([\da-f]{24})@coach-booking$/i;

const uidOf = (iCalUId: string): string => {
  const [, hex] = OF_ANOTHER.exec(iCalUId) ?? [];
  return hex === undefined ? iCalUId : Buffer.from(hex, 'hex').toString('latin1').replace(/\0+$/, '');
};

/** Returns the id of the booking that an event's UID names; undefined for any other event. */
export function bookingIdOfUid(iCalUId: string): string | undefined {
  return OWN.exec(uidOf(iCalUId))?.[1]?.toLowerCase();
}

/** Returns the id of the booking for which an event was created by `transactionIdOf`. */
export function bookingIdOfTransaction(transactionId: string): string | undefined {
  return OWN.exec(transactionId.split(':')[0]!)?.[1]?.toLowerCase();
}

/**
 * Returns the transaction of a creation, by which Graph creates nothing twice. It is the booking's UID and version, and
 * how often it was made before, since an event that was deleted there is created anew under another one.
 */
export function transactionIdOf(bookingId: string, version: number, remade = 0): string {
  return `${bookingId}@coach-booking:${version}${remade === 0 ? '' : `.${remade}`}`;
}
