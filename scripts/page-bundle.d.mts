import type { Plugin } from 'esbuild';

export const bundleEnd: string;
export function bundlePage(file: string): Promise<string>;
export const pageBundle: Plugin;
