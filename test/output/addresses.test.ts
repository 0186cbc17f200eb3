import { expect, test } from 'vitest';
import { toAddresses } from '../../src/output/addresses.ts';

const id = 'a'.repeat(40);

test.each([
  ['GitHub', ['4711', '4711#artifacts', `commit/${id}`, 'pull/7', `raw/${id}/`]],
  ['Gitea', ['4711', '4711', `commit/${id}`, 'pulls/7', `raw/commit/${id}/`]],
  ['Forgejo', ['12', '12', `commit/${id}`, 'pulls/7', `raw/commit/${id}/`]],
] as const)('%s has each thing in a place of its own', (name, [run, page, commit, pull, files]) => {
  const repository = 'https://git.example.org/clara/choir';
  const addresses = toAddresses(name, repository, { id: '4711', number: '12' });
  expect(addresses.repository).toBe(repository);
  expect(addresses.run).toBe(`${repository}/actions/runs/${run}`);
  expect(addresses.runPage).toBe(`${repository}/actions/runs/${page}`);
  expect([addresses.commit(id), addresses.pullRequest(7), addresses.files(id)]).toEqual(
    [commit, pull, files].map((path) => `${repository}/${path}`),
  );
});
