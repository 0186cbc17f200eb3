/**
 * How a file names somebody, "team:board (choir/_defaults.yaml)", in its parts: the file is absent where it is the group's
 * own. Handles and teams have no spaces.
 */
export function parseWay(way: string): { readonly name: string; readonly file?: string } {
  const [, name, file] = /^(\S+) \((.+)\)$/s.exec(way) ?? [];
  return name === undefined || file === undefined ? { name: way } : { name, file };
}
