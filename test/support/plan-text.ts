import { formatVersion } from '../../src/render/json/format-version.ts';

/** A plan file that approves changes, each told by one letter from a to p; those of `refused` it does not. */
export function toPlanText(ids: string, { refused = '', note = '' } = {}): string {
  const toChange = (letter: string) => ({ id: letter.repeat(32), refused: refused.includes(letter) });
  return JSON.stringify({
    formatVersion,
    kind: 'plan',
    account: 'main',
    keyId: 'a'.repeat(16),
    fingerprint: 'a'.repeat(32),
    sandbox: false,
    note,
    groups: [{ file: 'altos.yaml', changes: [...ids].map(toChange) }],
  });
}
