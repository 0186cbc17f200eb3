import { expect, test } from 'vitest';
import { findForgeName } from '../../src/output/forge-name.ts';

test.each([
  ['GitHub', {}],
  ['GitHub', { GITHUB_ACTIONS: 'true', GITEA_ACTIONS: '', FORGEJO_ACTIONS: 'false' }],
  ['Gitea', { GITHUB_ACTIONS: 'true', GITEA_ACTIONS: 'true' }],
  ['Forgejo', { GITHUB_ACTIONS: 'true', GITEA_ACTIONS: 'true', FORGEJO_ACTIONS: 'true' }],
])('%s’s runner, by %j', (name, env) => expect(findForgeName(env)).toBe(name));
