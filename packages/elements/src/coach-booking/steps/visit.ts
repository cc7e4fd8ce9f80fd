/** Returns the campaign that led the visitor to this page, and the referring page; both are stored with the booking. */
export function visitOf({ search }: Pick<Location, 'search'>, referrer: string) {
  return {
    utm: Object.fromEntries(
      [...new URLSearchParams(search)]
        .filter(([name]) => /^utm_(source|medium|campaign|term|content)$/.test(name))
        .map(([name, value]) => [name.slice(4), value.slice(0, 200)]),
    ),
    referrer,
  };
}
