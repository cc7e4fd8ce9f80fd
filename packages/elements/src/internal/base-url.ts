/**
 * Returns the origin of the API when the page does not set it: that of this script, or the page's own when the script
 * was bundled into it.
 */
export function defaultBaseUrl(scriptUrl: string | undefined): string {
  return scriptUrl?.startsWith('http') ? new URL(scriptUrl).origin : location.origin;
}
