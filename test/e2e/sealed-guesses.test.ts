import { afterEach, describe, expect, test } from 'vitest';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { createRepository } from '../support/repository.ts';
import { peopleKeyEnv, sealFor, sealLine } from '../support/sealing.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

/*
 * Whoever may push can seal a number of their choice and read the plan. It must tell nothing of a guess that is nearly
 * right: with that, digits would be guessed one by one.
 */

const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const numbers = {
  ana: '+447700900002',
  budi: '+447700900003',
  citra: '+447700900004',
  dewi: '+447700900005',
};
interface Leaving {
  readonly file: string;
  readonly changes: readonly { readonly action: string; readonly label: string }[];
}

const policy = `${choirFiles['_policy.yaml']}limits: { removals: { group: 100%, floor: 100, run: 100 } }\n`;

async function toPeople(own: Readonly<Record<string, string>>): Promise<string> {
  const lines = Object.entries(own).map(
    async ([handle, number]) => `  ${handle}: ${await sealFor(handle, number)}`,
  );
  return ['people:', ...(await Promise.all(lines)), ''].join('\n');
}

/** What the plan of a branch says, whose files are other ones in this. */
async function planBranch(
  files: Readonly<Record<string, string>>,
  main: Readonly<Record<string, string>> = numbers,
): Promise<string> {
  const stage = await openStage({
    files: { ...choirFiles, '_policy.yaml': policy + sealLine, '_people.yaml': await toPeople(main) },
    world: choirWorld(),
    env: peopleKeyEnv,
  });
  stages.push(stage);
  const repository = await createRepository(stage.folder);
  await repository.commit('the choir');
  await repository.git('checkout', '--quiet', '-b', 'change');
  for (const [file, text] of Object.entries(files)) await stage.write(`groups/${file}`, text);
  const { out } = await stage.run('plan', '--base', 'main', '--json');
  const { groups } = JSON.parse(out) as { groups: readonly object[] };
  return JSON.stringify(groups, (key, value: unknown) => (key === 'id' ? '' : value), 1).replaceAll(
    stage.folder,
    '',
  );
}

const altos = choirFiles['altos.yaml'].replace(
  /members:.*\nadmins:.*/,
  'members: [budi, eve]\nadmins: [budi]',
);

describe('ana is taken out, and eve comes in her place', () => {
  // Ana's last digits behind another beginning; and nothing of hers.
  const guesses = ['+447710900002', '+447911123456'];

  test('a sealed guess is not told to be like hers', async () => {
    const { ana: _, ...others } = numbers;
    const plans = guesses.map(async (eve) =>
      planBranch({ '_people.yaml': await toPeople({ ...others, eve }), 'altos.yaml': altos }),
    );
    const [near, far] = await Promise.all(plans);
    expect(near).toContain('eve');
    expect(near).toBe(far);
  });

  test('nor is one in plain text, where the branch takes the key out of the policy as well', async () => {
    const plans = guesses.map((eve) =>
      planBranch({
        '_policy.yaml': policy,
        '_people.yaml': `people: { budi: "+447911123457", dewi: "+447911123458", eve: "${eve}" }\n`,
        'altos.yaml': altos,
      }),
    );
    const [near, far] = await Promise.all(plans);
    expect(near).toContain('eve');
    expect(near).toBe(far);
  });
});

function toLeaving(changes: Leaving['changes'] = []): readonly string[] {
  return changes.flatMap(({ action, label }) => (action === 'remove' ? label : []));
}

test('nor is the order of numbers told of those whom a branch takes out of the files', async () => {
  // Both are members of “Basses” and of nothing else, whichever has which number.
  const { dewi: one, ...others } = numbers;
  const other = '+447700900003';
  const branch = {
    '_people.yaml': await toPeople({ ana: numbers.ana, citra: numbers.citra }),
    'altos.yaml': 'id: 120363000000000001@g.us\nname: Altoz\nadmins: [ana]\nmanage: observe\n',
    'basses.yaml': 'id: 120363000000000002@g.us\nname: Bases\nmembers: [citra]\n',
  };
  const plans = [
    { ...others, budi: one, dewi: other },
    { ...others, budi: other, dewi: one },
  ].map(async (main) => {
    const groups = JSON.parse(await planBranch(branch, main)) as Leaving[];
    return groups.flatMap(({ file, changes }) => (file === 'basses.yaml' ? changes : []));
  });
  const [first, second] = await Promise.all(plans);
  expect([first, second].map(toLeaving)).toEqual([
    ['budi', 'dewi'],
    ['budi', 'dewi'],
  ]);
});
