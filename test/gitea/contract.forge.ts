import { testForge } from '../support/forges/contract.ts';
import { openRealWorld } from './real-world.ts';

testForge('A real Gitea', openRealWorld);
