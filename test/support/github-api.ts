import type { HttpServer } from './http-server.ts';
import { startHttpServer } from './http-server.ts';

/** GitHub's API on loopback, which answers as `GithubStage.answers` says. */
export function startApi(answers: ReadonlyMap<string, unknown>): Promise<HttpServer> {
  return startHttpServer((request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '', 'http://github');
    const name = `${request.method} ${path}`;
    const found =
      answers.get(`${name}?page=${searchParams.get('page')}`) ??
      answers.get(name) ??
      findDefault(request.method, path);
    const answer: unknown = typeof found === 'function' ? found() : found;
    response.statusCode = typeof answer === 'number' ? answer : 200;
    response.end(Buffer.isBuffer(answer) ? answer : JSON.stringify(answer));
  });
}

/** Lists are empty where nothing is set, as GitHub's are. */
function findDefault(method: string | undefined, path: string): unknown {
  if (method !== 'GET') return {};
  if (path.endsWith('/actions/artifacts')) return { artifacts: [] };
  return /\/(comments|issues|pulls|reviews)$/.test(path) ? [] : 404;
}

/** As the runner reads them: "name<<delimiter", lines, the delimiter. */
export function parseOutputs(text: string): Record<string, string> {
  const found = text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}
