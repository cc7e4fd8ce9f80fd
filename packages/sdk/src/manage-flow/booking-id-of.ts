/**
 * Returns the id of the booking that a manage token opens, with which its readable first part (base64url JSON) begins;
 * empty when this is no manage token. Only the server can verify the token.
 */
export function bookingIdOf(token: string): string {
  try {
    const [head = ''] = token.split('.');
    const [id] = JSON.parse(atob(head.replaceAll('-', '+').replaceAll('_', '/')));
    return /^[0-9a-f]{24}$/.test(id) ? id : '';
  } catch {
    return '';
  }
}
