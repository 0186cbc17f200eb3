import { expect, test } from 'vitest';
import { escapeInline } from '../../src/safe/inline.ts';
import { tellLoosened } from '../../src/render/tell-loosened.ts';
import { english } from '../../src/words/english/english.ts';
import { loosenedSamples } from './sample-reports.ts';

test('every loosened rule is called as its file calls it, with both values where there are two', () => {
  const told = loosenedSamples().map((loosened) => {
    const { key, file, values } = tellLoosened(loosened, {
      words: english,
      name: escapeInline,
      text: escapeInline,
      groups: (groups) => escapeInline(groups.map(({ file: each }) => each).join(', ')),
      quote: escapeInline,
      day: escapeInline,
    });
    return `${file}: ${key}${values ? ` ${values.before} → ${values.after}` : ''}`;
  });
  expect(told).toEqual([
    '_policy.yaml: limits.removals.group 10% → 50%',
    '_policy.yaml: limits.removals.run 20 → 2,000',
    '_policy.yaml: limits.admins.min 2 → 0',
    '_policy.yaml: limits.creates.run 5 → 50',
    '_policy.yaml: pace.adds 40 → 400',
    '_policy.yaml: pace.creates 3 → 9',
    '_policy.yaml: pace.messages 1 → 20',
    '_policy.yaml: pace.reads 0.3 to 0.9 → 0',
    '_policy.yaml: protected',
    '_policy.yaml: accounts',
    '_policy.yaml: accounts',
    '_policy.yaml: accounts',
    '_policy.yaml: state',
    '_policy.yaml: state .rollcall → elsewhere',
    '_policy.yaml: manage',
    'choir/altos.yaml: admins',
    'tour.yaml: manage',
    'choir/_defaults.yaml: manage',
    '_policy.yaml: new-members',
    'choir/_defaults.yaml: new-members',
    '_policy.yaml: link.renew',
    '_policy.yaml: seal',
    '_policy.yaml: seal aaaabbbb → ccccdddd',
    'undefined: account',
    'choir/altos.yaml: allow.removals 5 → 28',
    'tour.yaml: allow.adds',
  ]);
});
