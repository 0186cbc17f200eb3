import type { SealedMistake } from '../../sealing/sealed-number.ts';

/** What a message about a sealed number may name: whose it stands for, and the keys by their eight letters. */
export interface SealedPlace {
  readonly handle: string;
  /** The pair that the line was sealed for; absent where that cannot be told. */
  readonly own?: string;
  /** The pair of the policy. */
  readonly policy: string;
}

const again = 'Copy the whole line again, or seal the number anew';

/** What is wrong with a sealed number, and what to do. Never anything of what is in it. */
export function tellSealedMistake(mistake: SealedMistake, { handle, own, policy }: SealedPlace): string {
  const anew = `\`rollcall seal ${handle}\``;
  switch (mistake) {
    case 'other':
      return `This is no sealed number: after \`sealed:\` come its letters and nothing else. ${anew} makes one.`;
    case 'bare':
      return 'This is a sealed number without its first word. Write `sealed:` before it.';
    case 'cut':
      return `Letters of this sealed number are missing. ${again}: ${anew}.`;
    case 'long':
      return `This sealed number has too many letters. ${again}: ${anew}.`;
    case 'mistyped':
      return `A letter of this sealed number is another one than it was. ${again}: ${anew}.`;
    case 'newer':
      return 'A later version of Rollcall sealed this number. Update Rollcall.';
    case 'other-organisation':
      return `This number was sealed for another organisation, and opens nowhere else. Seal it here: ${anew}.`;
    case 'other-key':
      return `This number was sealed for the key \`${own}\`, and the policy's is \`${policy}\`. Seal it anew: ${anew}; all of them at once, as whoever has both keys can: \`rollcall seal --rotate\`.`;
    case 'other-handle':
      return `This number was sealed for another handle than \`${handle}\`, and opens beside no other: a line that is copied or moved to somebody else would make them another person. Where somebody is only called otherwise now, seal it anew: ${anew}.`;
    case 'damaged':
      return `This sealed number does not open, though its letters are whole: it was made for another handle or organisation, or was changed. Seal it anew: ${anew}.`;
    case 'no-number':
      return `This opens, and what is in it is no phone number. Seal the number anew: ${anew}.`;
  }
}
