/**
 * Returns where the API is when the page does not set it: where this script came from, or the page's own origin when it
 * was bundled into it.
 */
export function defaultBaseUrl(scriptUrl: string | undefined): string {
  return scriptUrl?.startsWith('http') ? new URL(scriptUrl).origin : location.origin;
}
