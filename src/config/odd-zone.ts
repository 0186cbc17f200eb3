/** Short names of zones that mean one thing, and places that are called so. */
const plainShortNames: ReadonlySet<string> = new Set([
  'UTC',
  'GMT',
  'UCT',
  'CET',
  'EET',
  'MET',
  'WET',
  'PRC',
  'ROC',
  'ROK',
]);

/** What is easily misread in the name of a time zone that exists; undefined for one that says what it means. */
export function findOddZone(zone: string): string | undefined {
  const [, sign, hours] = /^Etc\/GMT([+-])0*([1-9]\d?)$/i.exec(zone) ?? [];
  if (hours !== undefined) {
    const [here, usual] = sign === '-' ? ['ahead of', 'behind'] : ['behind', 'ahead of'];
    return `In names like \`${zone}\` the sign is the other way round: this is ${hours} h ${here} UTC, not ${usual} it. Write the name of a city in the zone, like Asia/Jakarta.`;
  }
  if (!/^[a-z]{3}$/i.test(zone) || plainShortNames.has(zone.toUpperCase())) return undefined;
  const meant = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  return `\`${zone}\` is short for several zones, of which the clock of ${meant} counts here. Write the name of a city in the zone that you mean.`;
}
