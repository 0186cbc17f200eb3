import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Job } from '../../src/forge/job.ts';
import { openJob } from '../../src/forge/job.ts';
import { makeFolder } from '../support/folder.ts';
import { parseOutputs, startApi } from '../support/github-api.ts';
import { createTestIo } from '../support/stage.ts';

/** A job without a workflow around it. */
export interface JobStage {
  readonly job: Job;
  readonly written: { readonly out: string; readonly err: string };
  /** What was asked of GitHub that was no GET: "PATCH /issues/comments/12 <body>", below the repository. */
  sent(): string[];
  outputs(): Readonly<Record<string, string>>;
  summary(): string;
}

interface JobStageOptions {
  /** Files in the folder that the steps of the job share. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** As in `GithubStage`, below the repository: "GET /issues/7/comments". */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
}

/** A job of clara/choir, whose branch is main, with an API that answers so. */
export async function openJobStage({
  files = {},
  env = {},
  answers = {},
  signal,
}: JobStageOptions): Promise<JobStage> {
  const folder = makeFolder();
  const [output, summary, work] = ['output', 'summary', 'rollcall'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(work);
  for (const [place, text] of [
    [output, ''],
    [summary, ''],
    ...Object.entries(files).map(([name, each]) => [join(work, name), each]),
  ] as [string, string][])
    writeFileSync(place, text);
  const root = '/repos/clara/choir';
  const api = await startApi(
    new Map(Object.entries(answers).map(([name, answer]) => [name.replace(' ', ` ${root}`), answer])),
  );
  onTestFinished(() => api.close());
  const { io, written } = createTestIo({
    env: {
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_API_URL: api.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'clara/choir',
      GITHUB_REF_NAME: 'main',
      GITHUB_RUN_ID: '4711',
      GITHUB_TOKEN: 'token-of-the-test',
      ...env,
    },
    ...(signal && { signal }),
  });
  return {
    job: openJob(io),
    written,
    sent: () =>
      api.requests
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path, body }) => `${method} ${path.slice(root.length)} ${body}`),
    outputs: () => parseOutputs(readFileSync(output, 'utf8')),
    summary: () => readFileSync(summary, 'utf8'),
  };
}
