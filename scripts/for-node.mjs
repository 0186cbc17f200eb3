import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** For esbuild: what it makes runs on Node, from the oldest that package.json allows on (">=20.19"). */
export const forNode = { platform: 'node', target: engines.node.replace('>=', 'node') };
