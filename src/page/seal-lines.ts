import type { CipherSuite } from 'hpke';
import { toScalarText } from '../config/edit/scalar-text.ts';
import type { SealKey } from '../sealing/seal-key.ts';
import { sealNumber } from '../sealing/seal-number.ts';
import type { JudgedLine } from './judge-lines.ts';

type GoodLine = Extract<JudgedLine, { readonly kind: 'good' }>;

/** Sealed at the same time; between them a browser has a turn to draw, and to answer whoever presses a key. */
const atOnce = 100;

/** Seals lines, by their handles; `tell` hears how many are done. */
export async function sealLines(
  suite: CipherSuite,
  seal: SealKey,
  lines: readonly GoodLine[],
  tell: (done: number) => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const sealed = new Map<string, string>();
  for (let at = 0; at < lines.length; at += atOnce) {
    await tell(at);
    const some = lines.slice(at, at + atOnce);
    const texts = await Promise.all(
      some.map(({ handle, number }) => sealNumber(suite, seal, handle, number)),
    );
    for (const [index, { handle }] of some.entries()) sealed.set(handle, texts[index] ?? '');
  }
  return sealed;
}

/** The lines as they stand in a file of people, below `people:`. */
export function toPeopleLines(sealed: ReadonlyMap<string, string>): string {
  return [...sealed].map(([handle, text]) => `  ${toScalarText(handle)}: ${text}\n`).join('');
}
