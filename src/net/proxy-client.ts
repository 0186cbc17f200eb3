/*
 * What it takes to speak to a proxy, to be loaded by import() of this file and never of the package: that is CommonJS, and where the
 * build cuts the program into parts, an import() of such a one has none of its names.
 */
export { EnvHttpProxyAgent, fetch, Pool } from 'undici';
