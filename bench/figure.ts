import { cpus, totalmem, type as system } from 'node:os';

/** One measured thing beside what it is measured against, both from this run. */
export interface Figure {
  readonly topic: string;
  readonly name: string;
  readonly value: string;
  /** What stands beside it: a bare server, an empty app, a limit. */
  readonly yardstick: string;
  /** `value` by the yardstick's, where both are of one kind. */
  readonly ratio?: number;
  readonly target?: string;
  /** Whether the target is met; absent where a figure is only stated. */
  readonly met?: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function tableOf(figures: readonly Figure[]): string {
  const lines = figures.map(({ name, value, yardstick, ratio, target, met }) =>
    row([
      name,
      value,
      yardstick,
      ratio === undefined ? '' : ratio.toFixed(2),
      target ?? '',
      met === undefined ? '' : met ? 'yes' : '**no**',
    ]),
  );
  return [
    row(['figure', 'here', 'yardstick', 'ratio', 'target', 'met']),
    row(Array<string>(6).fill('---')),
    ...lines,
  ].join('\n');
}

/** The whole report. Ratios compare two things of one run; absolute times say little on another machine. */
export function reportOf(figures: readonly Figure[], day: string): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${system()}, Node ${process.versions.node}`;
  const topics = [...new Set(figures.map(({ topic }) => topic))];
  const parts = topics.map((topic) => `## ${topic}\n\n${tableOf(figures.filter((figure) => figure.topic === topic))}`);
  return `# Bench\n\n${day}, on ${machine}. Written by \`npm run bench\`.\n\nEvery ratio is of two things measured in the same run; machines are noisy, absolute times mean little elsewhere.\n\n${parts.join('\n\n')}\n`;
}
