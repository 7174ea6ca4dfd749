/** An organisation's summary on a server for tests, as far as the phone can tell. */
import type { SummaryAnswer } from '../../domain/summary/summary-answer';
import type { FieldError } from '../../domain/problem/field-error';
import { EMPTY_SUMMARY, type SummaryBody, type SummaryCase } from '../../domain/summary/summary-body';
import { problem } from './fake-account-server';
import type { Scripted, Sent } from './fake-phone-state';

export const PASSWORD = 'yak butter lamp 4';
const FIGURES = {
  ...{ planned: 4, held: 3, cancelled: 1, signUps: 42, attended: 30, unchecked: 1, waiting: 0, enterprises: 2 },
  attendedBy: { scanned: 30, manual: 0, walkIn: 0, paper: 0 },
};
export const PARAGRAPH = { key: '藏质标办〔2025〕1号 三(一)', name: '三(一) 质量开放日' };

export const caseOf = (title: string): SummaryCase => ({
  ...{ title, body: '怎么做的', paragraph: PARAGRAPH.key, events: ['lab'], visibility: 'superiors', pictures: [] },
});

export class FakeSummary {
  state: SummaryAnswer['state'] = 'draft';
  body: SummaryBody = EMPTY_SUMMARY;
  reason: string | null = null;
  edits = 3;
  daysLeft = 6;
  /** What it refuses in the next body. */
  refused: FieldError[] = [];
  private isProved = false;

  /** A colleague saves it in the console. */
  changeElsewhere(cases: readonly SummaryCase[]): void {
    this.body = { ...this.body, cases: [...cases] };
    this.edits += 1;
  }

  prove({ body }: Sent): Scripted {
    this.isProved = (body as { password?: string }).password === PASSWORD;
    return this.isProved ? { status: 204, body: '' } : problem(401, 'sign-in-failed');
  }

  answer(asked: string, { ifMatch, body }: Sent): Scripted {
    if (asked.startsWith('GET')) return this.whole();
    if (this.state === 'submitted') return problem(409, 'summary-submitted');
    if (this.refused.length > 0) return problem(400, 'invalid-input', this.refused.splice(0));
    if (ifMatch !== `"${this.edits}"`) return problem(409, 'summary-changed');
    if (asked.startsWith('POST')) {
      if (!this.isProved) return problem(403, 'proof-required');
      this.state = 'submitted';
    } else this.body = body as SummaryBody;
    this.edits += 1;
    return this.whole();
  }

  private whole(): Scripted {
    const isIn = this.state === 'submitted';
    const answer: SummaryAnswer = {
      campaign: { id: '2026', year: 2026, theme: '测试主题' },
      organisation: { id: 'o', name: '拉萨市市场监督管理局', region: '540100' },
      ...{ state: this.state, edits: this.edits, body: this.body, reason: this.reason },
      ...{ version: isIn ? 1 : 0, hash: isIn ? 'ab'.repeat(32) : null, versions: [], changedBelow: [], reminders: [] },
      deadline: { dueOn: '2026-10-09', documentNo: '藏质标办〔2025〕1号', paragraph: '五', daysLeft: this.daysLeft },
      figures: { asOf: '2026-09-10T09:00:00+08:00', total: FIGURES, paragraphs: [{ ...PARAGRAPH, ...FIGURES }] },
    };
    return { status: 200, body: JSON.stringify(answer) };
  }
}
