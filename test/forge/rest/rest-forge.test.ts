import { testForge } from '../../support/forges/contract.ts';
import { openGiteaWorld, openGithubWorld } from '../../support/forges/stub-world.ts';

// The same with a real Gitea: `npm run forge`.
testForge('What answers like GitHub', openGithubWorld);
testForge('What answers like Gitea', openGiteaWorld);
