/**
 * The calls of the coach’s side and the client about each other (S1), by how they came together. Groups of columns:
 * 1. coach, staff, admin and server: getClient, listClientWorkoutLogs, listClientDietLogs, listClientProgress,
 *    listClients, listLeads, getLead, updateLead, getBooking, updateBooking, listCoachBookings, getCalendar
 * 2. coach and staff, 3. admin and server: createBooking by `clientId`, by `leadId`
 * 4. the client: listMyBookings, getBooking, updateBooking, listMyConnections, acceptConnection, declineConnection,
 *    withdrawConnection
 *
 * `-` nothing, as for an unknown person · `n` refused since the profile is not shared, `s` seen or done · `l` as a
 * guest, `c` as the client · `x` not now · of a connection: `a` asked, `s` shared, `d` declined, `w` withdrawn.
 */
export const EXPECTED_OF_CONNECTIONS = `
  nothing between them                                    | - - - - - - - - - - - - | - - | c - | - - - - - - -
  client booked                                           | s s s s s - - - c c c c | c - | c - | c c c s s x s
  client booked, coach cancelled                          | s s s s s - - - c c c c | c - | c - | c c c s s x s
  client booked, client cancelled                         | - - - - - - - - c c c c | - - | c - | c c c - - - -
  client booked, client cancelled, booked again           | s s s s s - - - c c c c | c - | c - | c c c s s x s
  client booked twice, cancelled once                     | s s s s s - - - c c c c | c - | c - | c c c s s x s
  client booked, withdrew                                 | n n n n n - - - c c c c | c - | c - | c c c w s s -
  client booked, withdrew, booked again                   | n n n n n - - - c c c c | c - | c - | c c c a s s -
  client booked, withdrew, was named again                | n n n n n - - - c c c c | c - | c - | c c c w s s -
  client booked, withdrew, accepted                       | s s s s s - - - c c c c | c - | c - | c c c s s x s
  client asked for a session                              | n n n n - - - - c c c c | c - | c - | c c c - - - -
  client asked for a session, coach confirmed             | s s s s s - - - c c c c | c - | c - | c c c s s x s
  client asked for a session, coach refused               | - - - - - - - - c c c c | - - | c - | c c c - - - -
  client asked for a session, client cancelled            | - - - - - - - - c c c c | - - | c - | c c c - - - -
  client asked for a session, client cancelled, was named | n n n n n - - - c c c c | c - | c - | c c c a s s -
  named by the coach side                                 | n n n n n - - - c c c c | c - | c - | c c c a s s -
  named by the coach side, accepted                       | s s s s s - - - c c c c | c - | c - | c c c s s x s
  named by the coach side, declined                       | n n n n n - - - c c c c | c - | c - | c c c d s s -
  named by the coach side, called off                     | - - - - - - - - c c c c | - - | c - | c c c - - - -
  named by the coach side, accepted, withdrew             | n n n n n - - - c c c c | c - | c - | c c c w s s -
  guest before the account, not proven                    | - - - - - l l l l l l l | - l | c l | - - - - - - -
  guest before the account, proven                        | - - - - - l l l l l l l | - l | c c | c c c a s s -
  guest before the proof, not proven                      | - - - - - l l l l l l l | - l | c l | - - - - - - -
  guest before the proof, proven                          | - - - - - l l l l l l l | - l | c c | c c c a s s -
  guest after the proof                                   | - - - - - l l l l l l l | - l | c l | c c c a s s -
  guest after the proof, shared                           | s s s s s c c c c c c c | c c | c c | c c c s s x s
  guest after the proof, not shared                       | - - - - - l l l l l l l | - l | c c | c c c d s s -
  guest after the proof, shared, withdrew                 | n n n n n c c c c c c c | c c | c c | c c c w s s -
  guest after the proof, called off                       | - - - - - l l l l l l l | - l | c l | c c c - - - -
  coach typed before the account, not proven              | - - - - - l l l l l l l | - l | c l | - - - - - - -
  coach typed before the account, proven                  | - - - - - l l l l l l l | - l | c c | c c c a s s -
  coach typed before the proof, not proven                | - - - - - l l l l l l l | - l | c l | - - - - - - -
  coach typed before the proof, proven                    | - - - - - l l l l l l l | - l | c c | c c c a s s -
  coach typed after the proof                             | - - - - - l l l l l l l | - l | c l | c c c a s s -
  coach typed after the proof, shared                     | s s s s s c c c c c c c | c c | c c | c c c s s x s
  coach typed before the account, called off, proven      | - - - - - l l l l l l l | - l | c c | c c c - - - -
`;
