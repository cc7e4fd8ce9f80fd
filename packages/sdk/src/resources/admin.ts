import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/** Lists the accounts of a partner, page by page. Secret key or an admin's session. */
export const listUsers = /* @__PURE__ */ pagedOperation<'listUsers'>(contract.listUsers);

/** Returns one account with all its data. Secret key or an admin's session. */
export const getUser = /* @__PURE__ */ operation<'getUser'>(contract.getUser);

/** Lists the bookings of all coaches of a partner, page by page. Secret key or an admin's session. */
export const listBookings = /* @__PURE__ */ pagedOperation<'listBookings'>(contract.listBookings);

/** Lists who did or read what, the newest first, page by page. Secret key or an admin's session. */
export const listAudit = /* @__PURE__ */ pagedOperation<'listAudit'>(contract.listAudit);

/** Returns all data about one address. Secret key or an admin's session. */
export const exportPerson = /* @__PURE__ */ operation<'exportPerson'>(contract.exportPerson);

/** Erases a person; counts and money stay. Cannot be undone. Secret key or an admin's session. */
export const erasePerson = /* @__PURE__ */ operation<'erasePerson'>(contract.erasePerson);
