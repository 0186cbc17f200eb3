import type { Plugin } from 'esbuild';

export const pageBundle: Plugin;
