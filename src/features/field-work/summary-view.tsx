import { View } from '@tarojs/components';
import { type ReactElement, useCallback, useState } from 'react';
import type { SummaryAnswer } from '../../../domain/summary/summary-answer';
import { HAND_NUMBERS, MOST_CASES, TEXT_PARTS } from '../../../domain/summary/summary-body';
import { dayOf } from '../../../domain/time/time';
import { FIGURE_NAMES, presentAttended } from '../../../words/figures';
import { fieldWork } from '../../../words/strings';
import { HAND_NUMBER_NAMES, SUMMARY_STATE_NAMES, TEXT_PART_NAMES, VISIBILITY_NAMES } from '../../../words/summary';
import { dayWords } from '../../../words/when';
import { goTo } from '../../platform/navigation';
import { fetchSummary, type WhichSummary } from '../../sync/summaries';
import { ariaProps } from '../../ui/a11y';
import { Badge, type BadgeTone } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Row } from '../../ui/row';
import { Section } from '../../ui/section';
import { mayEdit, type OwnOrganisation } from './member-gate';
import { NotHere } from './not-here';
import { SubmitSheet } from './submit-sheet';
import { useAsked } from './use-asked';

const words = fieldWork.summary;
const TONES: Readonly<Record<SummaryAnswer['state'], BadgeTone>> = {
  ...{ draft: 'outline', submitted: 'gold', accepted: 'pine', returned: 'vermilion' },
};
const COUNTED = ['planned', 'held', 'cancelled', 'signUps', 'enterprises'] as const;

export const isWritable = ({ state }: Pick<SummaryAnswer, 'state'>): boolean =>
  state === 'draft' || state === 'returned';

interface FactProps {
  readonly name: string;
  readonly value: string;
  /** A number, which stands beside its name. */
  readonly isShort?: boolean;
}

function Fact({ name, value, isShort = false }: FactProps): ReactElement {
  return (
    <View className={isShort ? 'work__fact work__person' : 'work__fact'}>
      <View className="work__name">{name}</View>
      <View className="work__written">{value}</View>
    </View>
  );
}

function Head({ summary, now }: { readonly summary: SummaryAnswer; readonly now: number }): ReactElement {
  const { campaign, state, reason, deadline, version, hash } = summary;
  return (
    <View className="work__head">
      <View className="work__heading" {...ariaProps({ role: 'heading', level: 2 })}>
        {words.heading(summary.organisation.name, campaign.year)}
      </View>
      <View className="work__state">
        <Badge text={SUMMARY_STATE_NAMES[state]} tone={TONES[state]} />
      </View>
      {deadline === null || state === 'accepted' ? null : (
        <View className="work__quiet">{words.deadline(dayWords(deadline.dueOn, dayOf(now)), deadline.daysLeft)}</View>
      )}
      {state === 'returned' && reason !== null ? (
        <View className="work__error" {...ariaProps({ role: 'status' })}>
          {words.returned(reason)}
        </View>
      ) : null}
      {isWritable(summary) ? null : (
        <View className="work__quiet">{words.locked[state === 'accepted' ? state : 'submitted']}</View>
      )}
      {version === 0 || hash === null ? null : (
        <View className="work__quiet">{words.version(version, hash.slice(0, 8))}</View>
      )}
    </View>
  );
}

interface CasesProps {
  readonly which: WhichSummary;
  readonly summary: SummaryAnswer;
  readonly canWrite: boolean;
}

function Cases({ which, summary, canWrite }: CasesProps): ReactElement {
  const { cases } = summary.body;
  const open = (nth: string) => (): void => {
    goTo('/packages/field/case/index', { ...which, nth });
  };
  return (
    <Section title={words.cases}>
      {cases.length === 0 ? <View className="work__note">{words.noCase}</View> : null}
      {cases.length === 0 ? null : (
        <View className="card work__card--rows">
          {cases.map(({ title, body, visibility }, index) =>
            canWrite ? (
              <Row
                key={`${index} ${title}`}
                title={title}
                text={VISIBILITY_NAMES[visibility]}
                onTap={open(String(index))}
              />
            ) : (
              <View key={`${index} ${title}`} className="work__card">
                <View className="work__title">{title}</View>
                <View className="work__quiet">{VISIBILITY_NAMES[visibility]}</View>
                <View className="work__written">{body}</View>
              </View>
            ),
          )}
        </View>
      )}
      {canWrite && cases.length < MOST_CASES ? <Button text={words.addCase} onTap={open('new')} /> : null}
    </Section>
  );
}

interface SummaryViewProps {
  readonly organisation: OwnOrganisation;
  readonly campaign: string;
  /** Epoch ms. */
  readonly now: number;
}

/** An organisation's summary: read, a case written, handed in (docs/rules.md, "Summaries"). */
export function SummaryView({ organisation, campaign, now }: SummaryViewProps): ReactElement {
  const org = organisation.id;
  const ask = useCallback(() => fetchSummary({ org, campaign }), [org, campaign]);
  const { asked, again } = useAsked(ask);
  const [isSubmitting, setSubmitting] = useState(false);
  if (asked.status !== 'here') return <NotHere status={asked.status} onRetry={again} />;
  const summary = asked.value;
  const which: WhichSummary = { org, campaign };
  const { total } = summary.figures;
  const { texts, hand } = summary.body;
  const canWrite = mayEdit(organisation.role) && isWritable(summary);
  const filled = HAND_NUMBERS.flatMap((name) => (hand[name] === null ? [] : [{ name, value: String(hand[name]) }]));
  return (
    <View className="work">
      <Head summary={summary} now={now} />
      <Section title={words.figures}>
        <View className="card work__list">
          {COUNTED.map((name) => (
            <Fact key={name} name={FIGURE_NAMES[name]} value={String(total[name])} isShort />
          ))}
          <Fact name={FIGURE_NAMES.attended} value={presentAttended(total)} isShort />
        </View>
      </Section>
      <Cases which={which} summary={summary} canWrite={canWrite} />
      <Section title={words.texts}>
        <View className="card work__list">
          {TEXT_PARTS.map((part) => (
            <Fact key={part} name={TEXT_PART_NAMES[part]} value={texts[part] === '' ? words.empty : texts[part]} />
          ))}
        </View>
      </Section>
      {filled.length === 0 ? null : (
        <Section title={words.hand}>
          <View className="card work__list">
            {filled.map(({ name, value }) => (
              <Fact key={name} name={HAND_NUMBER_NAMES[name]} value={value} isShort />
            ))}
          </View>
        </Section>
      )}
      {canWrite ? (
        <View>
          <View className="work__note">{words.onDesk}</View>
          <Button
            look="main"
            text={words.submit}
            onTap={() => {
              setSubmitting(true);
            }}
          />
        </View>
      ) : null}
      {isSubmitting ? (
        <SubmitSheet
          which={which}
          summary={summary}
          onClose={(isOver) => {
            setSubmitting(false);
            if (isOver) again();
          }}
        />
      ) : null}
    </View>
  );
}
