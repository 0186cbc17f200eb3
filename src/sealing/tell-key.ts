import type { WrongKey } from './seal-key.ts';

const again = 'Copy it again, from its first letter to its last.';

const texts: Readonly<Record<WrongKey, string>> = {
  other: 'It is no key that `rollcall keygen` made.',
  bare: 'What stands before its letters is missing (`rollcall-`, and `rollcall-secret-` of a private key).',
  cut: `Letters of it are missing. ${again}`,
  long: `It has too many letters. ${again}`,
  mistyped: `A letter of it is another one than it was. ${again}`,
  newer: 'A later version of Rollcall made it. Update Rollcall.',
  secret:
    'This is the private key, which opens all sealed numbers and must stand in no file: whoever can read this one has it now. Make a new pair with `rollcall keygen`, and seal everything anew with `rollcall seal --rotate`.',
  public:
    'This is the public key, which stands in the policy and opens nothing. The private one is needed here.',
};

/** What is wrong with a text that is no key, and what to do; full sentences that repeat nothing of it. */
export function tellWrongKey(wrong: WrongKey): string {
  return texts[wrong];
}
