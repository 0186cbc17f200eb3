import { expect, test } from 'vitest';
import { toLetter } from '../../../src/render/invitation/letter.ts';
import { toMessageName } from '../../../src/safe/message-name.ts';
import { languages } from '../sample-reports.ts';

const link = 'https://chat.whatsapp.com/AbC';
const view = { link, isSandbox: false, people: [] };

test.each(languages)(
  'names the group, says that nobody must, and ends with the link, in $language',
  (words) => {
    const name = 'Altos\n“x” https://evil.example';
    const letters = [true, false].map((isApproved) =>
      toLetter({ ...view, group: toMessageName(name), isApproved }, words),
    );
    for (const letter of letters) {
      const lines = letter.split('\n');
      expect(lines).toHaveLength(4);
      expect(lines[0]).toContain("Altos 'x' https: evil. example");
      expect(lines.at(-1)).toBe(link);
      expect(letter.match(/https?:\/\//g)).toHaveLength(1);
    }
    expect(letters[0]).not.toBe(letters[1]);
  },
);
