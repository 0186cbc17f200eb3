/**
 * True for a query with a key `reset`: a GET with `reset=true` revokes a group's invite link (docs/gowa.md#t16), and GOWA
 * finds the key in any spelling of upper and lower case.
 */
export function asksReset(query: URLSearchParams): boolean {
  return [...query.keys()].some((key) => key.toLowerCase() === 'reset');
}
