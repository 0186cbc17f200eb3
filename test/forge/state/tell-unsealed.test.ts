import { expect, test } from 'vitest';
import { tellUnsealed } from '../../../src/forge/state/tell-unsealed.ts';
import type { State } from '../../../src/forge/state/state-branch.ts';
import { makeFolder } from '../../support/folder.ts';
import { openJobStage } from '../job-stage.ts';

async function tell(isUnsealed: boolean, language = 'en'): Promise<string> {
  const groups = makeFolder({ '_policy.yaml': `account: "+447700900001"\nlanguage: ${language}\n` });
  const { job, written } = await openJobStage({ env: { INPUT_GROUPS: groups } });
  await tellUnsealed(job, { isUnsealed } as State);
  return written.out;
}

test('a memory that is not used is said, in the policy’s language', async () => {
  expect(await tell(true)).toMatch(/^::warning title=Rollcall::The memory on the branch is not/);
  expect(await tell(true, 'id')).toContain('Memori di branch');
  expect(await tell(true, 'pt-BR')).toContain('A memória no branch');
});

test('one that is used is not spoken of', async () => expect(await tell(false)).toBe(''));
